-- The audit is append-only: rows of `audit`, `audit_seal` and `audit_late` can be neither changed nor deleted, nor written
-- over by `INSERT OR REPLACE`, which fires no other trigger. Only while the county's row stands in `erasure` they can be deleted.

CREATE TRIGGER `audit_unchanged` BEFORE UPDATE ON `audit` BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_kept` BEFORE DELETE ON `audit`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `county` = OLD.`county`) BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_not_replaced` BEFORE INSERT ON `audit`
WHEN EXISTS (SELECT 1 FROM `audit` WHERE `county` = NEW.`county` AND `id` = NEW.`id`) BEGIN
	SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seal_unchanged` BEFORE UPDATE ON `audit_seal` BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seal_kept` BEFORE DELETE ON `audit_seal`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `county` = OLD.`county`) BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seal_not_replaced` BEFORE INSERT ON `audit_seal`
WHEN EXISTS (SELECT 1 FROM `audit_seal` WHERE `county` = NEW.`county` AND `no` = NEW.`no`) BEGIN
	SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER `audit_late_unchanged` BEFORE UPDATE ON `audit_late`
WHEN OLD.`block` IS NOT NULL OR NEW.`block` IS NULL OR NEW.`id` <> OLD.`id` OR NEW.`county` <> OLD.`county` BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_late_kept` BEFORE DELETE ON `audit_late`
WHEN NOT EXISTS (SELECT 1 FROM `erasure` WHERE `county` = OLD.`county`) BEGIN
	SELECT RAISE(ABORT, 'the audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_late_not_replaced` BEFORE INSERT ON `audit_late`
WHEN EXISTS (SELECT 1 FROM `audit_late` WHERE `county` = NEW.`county` AND `id` = NEW.`id`) BEGIN
	SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
-- What is written behind the last seal is noted, to be sealed with the next block.
CREATE TRIGGER `audit_behind` AFTER INSERT ON `audit`
WHEN NEW.`id` <= (SELECT `upTo` FROM `audit_seal` WHERE `county` = NEW.`county` ORDER BY `no` DESC LIMIT 1) BEGIN
	INSERT INTO `audit_late` (`county`, `id`) VALUES (NEW.`county`, NEW.`id`);
END;
