-- A device that an administrator has shut out: nobody signs in on it until it is released.
ALTER TABLE device ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1));
