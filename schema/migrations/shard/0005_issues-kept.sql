CREATE TABLE `issue_assisting` (
	`county` text NOT NULL,
	`party` text NOT NULL,
	`no` integer NOT NULL,
	`issue` text NOT NULL,
	PRIMARY KEY(`county`, `party`, `no`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_assisting_issue` ON `issue_assisting` (`county`,`issue`);--> statement-breakpoint
CREATE TABLE `issue_closure` (
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
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_closure_at` ON `issue_closure` (`county`,`at`);--> statement-breakpoint
CREATE INDEX `issue_closure_issue` ON `issue_closure` (`county`,`issue`,`at`);--> statement-breakpoint
CREATE INDEX `issue_closure_relapsed` ON `issue_closure` (`county`,`village`,`relapsedAt`) WHERE relapsedAt is not null;--> statement-breakpoint
CREATE TABLE `issue_tally` (
	`county` text NOT NULL,
	`township` text NOT NULL,
	`open` integer NOT NULL,
	`overdue` integer NOT NULL,
	`awaiting` integer NOT NULL,
	PRIMARY KEY(`county`, `township`)
);
--> statement-breakpoint
CREATE TABLE `notice` (
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
);
--> statement-breakpoint
CREATE INDEX `notice_audience` ON `notice` (`county`,`audience`,`id`);--> statement-breakpoint
CREATE INDEX `notice_kind` ON `notice` (`county`,`kind`,`id`);--> statement-breakpoint
CREATE TABLE `notice_mark` (
	`county` text NOT NULL,
	`member` text NOT NULL,
	`upTo` text NOT NULL,
	PRIMARY KEY(`county`, `member`)
);
--> statement-breakpoint
DROP INDEX `issue_due`;--> statement-breakpoint
ALTER TABLE `issue` ADD `village` text;--> statement-breakpoint
ALTER TABLE `issue` ADD `rectifiedFor` text;--> statement-breakpoint
ALTER TABLE `issue` ADD `deferralTo` text;--> statement-breakpoint
ALTER TABLE `issue` ADD `relapsedAt` text;--> statement-breakpoint
ALTER TABLE `issue` ADD `lastStep` text;--> statement-breakpoint
CREATE INDEX `issue_township_state` ON `issue` (`county`,`township`,`state`,`no`);--> statement-breakpoint
CREATE INDEX `issue_township_category` ON `issue` (`county`,`township`,`category`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_village` ON `issue` (`county`,`village`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_lead_state` ON `issue` (`county`,`lead`,`state`,`no`);--> statement-breakpoint
CREATE INDEX `issue_source` ON `issue` (`county`,`source`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_overdue` ON `issue` (`county`,`township`,`no`) WHERE settled = 0 and overdueAt is not null;--> statement-breakpoint
CREATE INDEX `issue_duplicate` ON `issue` (`county`,`duplicateOf`);--> statement-breakpoint
CREATE INDEX `issue_due` ON `issue` (`county`,`dueAt`);--> statement-breakpoint
ALTER TABLE `issue_event` ADD `role` text;--> statement-breakpoint
ALTER TABLE `issue_event` ADD `scope` text;