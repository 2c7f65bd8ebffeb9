// A file of made-up customers in the form's columns, always the same.
import { closeSync, openSync, writeSync } from "node:fs";
import { SeededChance } from "../e2e/support/chance.mjs";

const kFirst = ["Sai", "Lotus", "Krishna", "Shree", "Anand", "Bharat", "Mahalaxmi", "Royal", "Patil", "Sharma", "Gupta", "Mehta", "Nair", "Rao",
  "Verma", "Jain", "Desai", "Kulkarni", "Iyer", "Reddy"];
const kSecond = ["Engineering", "Electricals", "Textiles", "Traders", "Agencies", "Steel", "Foods", "Pharma", "Auto", "Plastics", "Paper", "Hardware"];
const kThird = ["Works", "Industries", "Enterprises", "and Sons", "Corporation", "Stores", "Company", "Udyog"];
const kPlaces = [["Pune", "Maharashtra", "27", "4110"], ["Nagpur", "Maharashtra", "27", "4400"], ["Jaipur", "Rajasthan", "08", "3020"],
  ["Surat", "Gujarat", "24", "3950"], ["Indore", "Madhya Pradesh", "23", "4520"], ["Chennai", "Tamil Nadu", "33", "6000"]];
const kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// The GSTIN's check character: digits of base 36, weights 1 and 2 in turn.
function checkCharacter(fourteen) {
  let sum = 0;
  [...fourteen].forEach((character, at) => {
    const product = kDigits.indexOf(character) * (at % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  });
  return kDigits[(36 - (sum % 36)) % 36];
}

const letters = (chance, count) => Array.from({ length: count }, () => kDigits[10 + chance.below(26)]).join("");
const pick = (chance, list) => list[chance.below(list.length)];

function lineOf(chance, number) {
  const [city, state, code, pin] = pick(chance, kPlaces);
  const name = `${pick(chance, kFirst)} ${pick(chance, kSecond)} ${pick(chance, kThird)} ${number + 1}`;
  const pan = `${letters(chance, 3)}C${letters(chance, 1)}${String(1 + chance.below(9999)).padStart(4, "0")}${letters(chance, 1)}`;
  const thirteen = `${code}${pan}1Z`;
  const gstin = `${thirteen}${checkCharacter(thirteen)}`;
  const phone = `9${String(chance.below(1_000_000_000)).padStart(9, "0")}`;
  return [name, "Business", gstin, pan, `office${number}@example.com`, phone, `${pick(chance, kFirst)} ${pick(chance, kFirst)}`,
    `Plot ${1 + chance.below(900)}`, city, state, `${pin}${String(1 + chance.below(99)).padStart(2, "0")}`, "", "", "", "", "100000", "30", "", "", "Yes"];
}

const kHeader = ["Name", "Customer Type", "GSTIN", "PAN", "Email", "Phone", "Contact Person", "Billing Address", "Billing City",
  "Billing State", "Billing Pincode", "Shipping Address", "Shipping City", "Shipping State", "Shipping Pincode", "Credit Limit",
  "Credit Days", "Payment Terms", "Notes", "Active"];

export function writeCustomers(file, count) {
  const chance = new SeededChance(27);
  const out = openSync(file, "w");
  writeSync(out, `${kHeader.join(",")}\n`);
  for (let number = 0; number < count; number += 1) writeSync(out, `${lineOf(chance, number).join(",")}\n`);
  closeSync(out);
}
