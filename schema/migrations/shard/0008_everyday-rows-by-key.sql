-- What everyday writes add to is stored by its key (`without rowid`), with no index that the key makes needless: a row
-- less is written for each. Rows only move; tables that point at one that moves wait aside meanwhile.
CREATE TABLE `audit_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`target` text NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `audit_by_key` (`county`, `id`, `at`, `actor`, `verb`, `target`, `detail`)
SELECT `county`, `id`, `at`, `actor`, `verb`, `target`, `detail` FROM `audit` ORDER BY `county`, `id`;
--> statement-breakpoint
DROP TABLE `audit`;
--> statement-breakpoint
ALTER TABLE `audit_by_key` RENAME TO `audit`;
--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`county`,`target`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`county`,`actor`,`verb`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_verb` ON `audit` (`county`,`verb`,`id`);
--> statement-breakpoint
-- The triggers of the table that is gone, as they were.
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
CREATE TRIGGER `audit_behind` AFTER INSERT ON `audit`
WHEN NEW.`id` <= (SELECT `upTo` FROM `audit_seal` WHERE `county` = NEW.`county` ORDER BY `no` DESC LIMIT 1) BEGIN
	INSERT INTO `audit_late` (`county`, `id`) VALUES (NEW.`county`, NEW.`id`);
END;
--> statement-breakpoint
CREATE TABLE `issue_event_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`issue` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`deviceAt` text,
	`by` text NOT NULL,
	`role` text,
	`scope` text,
	`note` text,
	`detail` text NOT NULL,
	`digest` text,
	PRIMARY KEY(`county`, `issue`, `id`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `issue_event_by_key` (`county`, `id`, `issue`, `kind`, `at`, `deviceAt`, `by`, `role`, `scope`, `note`, `detail`, `digest`)
SELECT `county`, `id`, `issue`, `kind`, `at`, `deviceAt`, `by`, `role`, `scope`, `note`, `detail`, `digest` FROM `issue_event` ORDER BY `county`, `issue`, `id`;
--> statement-breakpoint
DROP TABLE `issue_event`;
--> statement-breakpoint
ALTER TABLE `issue_event_by_key` RENAME TO `issue_event`;
--> statement-breakpoint
CREATE TABLE `issue_closure_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`issue` text NOT NULL,
	`village` text,
	`township` text,
	`lead` text,
	`verifier` text NOT NULL,
	`at` text NOT NULL,
	`selfFound` integer NOT NULL,
	`onTime` integer NOT NULL,
	`relapsedAt` text,
	PRIMARY KEY(`county`, `issue`, `id`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `issue_closure_by_key` (`county`, `id`, `issue`, `village`, `township`, `lead`, `verifier`, `at`, `selfFound`, `onTime`, `relapsedAt`)
SELECT `county`, `id`, `issue`, `village`, `township`, `lead`, `verifier`, `at`, `selfFound`, `onTime`, `relapsedAt` FROM `issue_closure` ORDER BY `county`, `issue`, `id`;
--> statement-breakpoint
DROP TABLE `issue_closure`;
--> statement-breakpoint
ALTER TABLE `issue_closure_by_key` RENAME TO `issue_closure`;
--> statement-breakpoint
CREATE INDEX `issue_closure_at` ON `issue_closure` (`county`,`at`);
--> statement-breakpoint
CREATE INDEX `issue_closure_relapsed` ON `issue_closure` (`county`,`village`,`relapsedAt`) WHERE relapsedAt is not null;
--> statement-breakpoint
CREATE TABLE `assignment_event_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`assignment` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`note` text,
	`detail` text NOT NULL,
	PRIMARY KEY(`county`, `assignment`, `id`),
	FOREIGN KEY (`county`,`assignment`) REFERENCES `assignment`(`county`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `assignment_event_by_key` (`county`, `id`, `assignment`, `kind`, `at`, `by`, `note`, `detail`)
SELECT `county`, `id`, `assignment`, `kind`, `at`, `by`, `note`, `detail` FROM `assignment_event` ORDER BY `county`, `assignment`, `id`;
--> statement-breakpoint
DROP TABLE `assignment_event`;
--> statement-breakpoint
ALTER TABLE `assignment_event_by_key` RENAME TO `assignment_event`;
--> statement-breakpoint
CREATE TABLE `notice_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`audience` text NOT NULL,
	`origin` text NOT NULL,
	`originId` text NOT NULL,
	`no` integer,
	`text` text NOT NULL,
	`dueAt` text,
	`posts` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `notice_by_key` (`county`, `id`, `kind`, `at`, `audience`, `origin`, `originId`, `no`, `text`, `dueAt`, `posts`)
SELECT `county`, `id`, `kind`, `at`, `audience`, `origin`, `originId`, `no`, `text`, `dueAt`, `posts` FROM `notice` ORDER BY `county`, `id`;
--> statement-breakpoint
DROP TABLE `notice`;
--> statement-breakpoint
ALTER TABLE `notice_by_key` RENAME TO `notice`;
--> statement-breakpoint
CREATE INDEX `notice_audience` ON `notice` (`county`,`audience`,`id`);
--> statement-breakpoint
CREATE INDEX `notice_kind` ON `notice` (`county`,`kind`,`id`);
--> statement-breakpoint
CREATE TABLE `photo_use_aside` AS SELECT * FROM `photo_use`;
--> statement-breakpoint
DROP TABLE `photo_use`;
--> statement-breakpoint
CREATE TABLE `column_photo_aside` AS SELECT * FROM `column_photo`;
--> statement-breakpoint
DROP TABLE `column_photo`;
--> statement-breakpoint
CREATE TABLE `photo_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`sha256` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`takenAt` text,
	`place` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`thumbnail` text,
	`derivative` text,
	`source` text,
	`sweepAt` integer,
	PRIMARY KEY(`county`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `photo_by_key` (`county`, `id`, `state`, `sha256`, `mime`, `bytes`, `width`, `height`, `takenAt`, `place`, `by`, `at`, `thumbnail`, `derivative`, `source`, `sweepAt`)
SELECT `county`, `id`, `state`, `sha256`, `mime`, `bytes`, `width`, `height`, `takenAt`, `place`, `by`, `at`, `thumbnail`, `derivative`, `source`, `sweepAt` FROM `photo` ORDER BY `county`, `id`;
--> statement-breakpoint
DROP TABLE `photo`;
--> statement-breakpoint
ALTER TABLE `photo_by_key` RENAME TO `photo`;
--> statement-breakpoint
CREATE INDEX `photo_sha256` ON `photo` (`county`,`sha256`);
--> statement-breakpoint
CREATE INDEX `photo_source` ON `photo` (`county`,`source`);
--> statement-breakpoint
CREATE INDEX `photo_sweep` ON `photo` (`county`,`sweepAt`) WHERE sweepAt is not null;
--> statement-breakpoint
CREATE TABLE `photo_use` (
	`county` text NOT NULL,
	`target` text NOT NULL,
	`targetId` text NOT NULL,
	`photo` text NOT NULL,
	`role` text NOT NULL,
	`event` text,
	`area` text,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `target`, `targetId`, `photo`),
	FOREIGN KEY (`county`,`photo`) REFERENCES `photo`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `photo_use` (`county`, `target`, `targetId`, `photo`, `role`, `event`, `area`, `at`)
SELECT `county`, `target`, `targetId`, `photo`, `role`, `event`, `area`, `at` FROM `photo_use_aside` ORDER BY `county`, `target`, `targetId`, `photo`;
--> statement-breakpoint
DROP TABLE `photo_use_aside`;
--> statement-breakpoint
CREATE INDEX `photo_use_photo` ON `photo_use` (`county`,`photo`);
--> statement-breakpoint
CREATE TABLE `column_photo` (
	`county` text NOT NULL,
	`article` text NOT NULL,
	`photo` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`caption` text NOT NULL,
	`blur` integer NOT NULL,
	`copy` text,
	`copyWidth` integer,
	`copyHeight` integer,
	PRIMARY KEY(`county`, `article`, `photo`),
	FOREIGN KEY (`county`,`article`) REFERENCES `column_article`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`photo`) REFERENCES `photo`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `column_photo` (`county`, `article`, `photo`, `role`, `position`, `caption`, `blur`, `copy`, `copyWidth`, `copyHeight`)
SELECT `county`, `article`, `photo`, `role`, `position`, `caption`, `blur`, `copy`, `copyWidth`, `copyHeight` FROM `column_photo_aside` ORDER BY `county`, `article`, `photo`;
--> statement-breakpoint
DROP TABLE `column_photo_aside`;
--> statement-breakpoint
CREATE INDEX `column_photo_photo` ON `column_photo` (`county`,`photo`);
--> statement-breakpoint
-- Indexes that another serves as well, or that hold only what is ever looked for in them.
DROP INDEX `assignment_due`;
--> statement-breakpoint
DROP INDEX `assignment_clock`;
--> statement-breakpoint
CREATE INDEX `assignment_clock` ON `assignment` (`county`,`state`,`nextAt`,`id`) WHERE nextAt is not null;
--> statement-breakpoint
DROP INDEX `issue_area`;
--> statement-breakpoint
DROP INDEX `issue_closed_at`;
--> statement-breakpoint
CREATE INDEX `issue_closed_at` ON `issue` (`county`,`closedAt`) WHERE closedAt is not null;
--> statement-breakpoint
DROP INDEX `issue_source_ref`;
--> statement-breakpoint
CREATE INDEX `issue_source_ref` ON `issue` (`county`,`sourceRef`) WHERE sourceRef is not null;
--> statement-breakpoint
DROP INDEX `issue_duplicate`;
--> statement-breakpoint
CREATE INDEX `issue_duplicate` ON `issue` (`county`,`duplicateOf`) WHERE duplicateOf is not null;
--> statement-breakpoint
DROP INDEX `issue_revisit`;
--> statement-breakpoint
CREATE INDEX `issue_revisit` ON `issue` (`county`,`revisitAt`) WHERE revisitAt is not null;
--> statement-breakpoint
DROP INDEX `consequence_stage`;
--> statement-breakpoint
CREATE INDEX `consequence_stage` ON `consequence` (`county`,`stage`,`kind`,`id`);
