-- By what people call a record: how a file names it, without regard to the case of A–Z (record_directory_store).
CREATE INDEX customer_group_called ON customer_group(name COLLATE NOCASE);
CREATE INDEX territory_called ON territory(name COLLATE NOCASE);
CREATE INDEX sales_person_called ON sales_person(name COLLATE NOCASE);
CREATE INDEX item_group_called ON item_group(name COLLATE NOCASE);
CREATE INDEX company_called ON company(name COLLATE NOCASE);
CREATE INDEX account_called ON account(name COLLATE NOCASE);
CREATE INDEX supplier_called ON supplier(name COLLATE NOCASE);
CREATE INDEX sales_partner_called ON sales_partner(name COLLATE NOCASE);
CREATE INDEX price_list_called ON price_list(name COLLATE NOCASE);
CREATE INDEX item_called ON item(code COLLATE NOCASE);
CREATE INDEX item_called_by_name ON item(name COLLATE NOCASE);
