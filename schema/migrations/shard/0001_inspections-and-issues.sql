CREATE TABLE `assignment_event` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`assignment` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`note` text,
	`detail` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`assignment`) REFERENCES `assignment`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_event_of` ON `assignment_event` (`county`,`assignment`,`id`);--> statement-breakpoint
CREATE TABLE `draw` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`board` text,
	`round` text,
	`seed` text NOT NULL,
	`input` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `draw_at` ON `draw` (`county`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `inspection` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`sheet` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`township` text,
	`purpose` text NOT NULL,
	`visit` text,
	`inspector` text NOT NULL,
	`unit` text,
	`startedAt` text NOT NULL,
	`endedAt` text NOT NULL,
	`receivedAt` text NOT NULL,
	`place` text,
	`findings` text NOT NULL,
	`answers` text NOT NULL,
	`note` text,
	`score` real,
	`digest` text NOT NULL,
	`annulledAt` text,
	`annulledBy` text,
	`annulledFor` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`sheet`,`version`) REFERENCES `scoring_sheet`(`county`,`id`,`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`subject`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspection_ended` ON `inspection` (`county`,`endedAt`,`id`);--> statement-breakpoint
CREATE INDEX `inspection_subject` ON `inspection` (`county`,`subject`,`endedAt`);--> statement-breakpoint
CREATE INDEX `inspection_township` ON `inspection` (`county`,`township`,`endedAt`);--> statement-breakpoint
CREATE INDEX `inspection_unit` ON `inspection` (`county`,`unit`,`endedAt`);--> statement-breakpoint
CREATE INDEX `inspection_sheet` ON `inspection` (`county`,`sheet`,`version`,`endedAt`);--> statement-breakpoint
CREATE TABLE `scoring_sheet` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`method` text NOT NULL,
	`items` text NOT NULL,
	`template` text,
	`current` integer NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `scoring_sheet_current` ON `scoring_sheet` (`county`,`current`,`id`);--> statement-breakpoint
CREATE TABLE `visit` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`township` text,
	`unit` text,
	`inspector` text,
	`sheet` text,
	`draw` text,
	`issue` text,
	`dueOn` text NOT NULL,
	`state` text NOT NULL,
	`inspection` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`subject`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_state` ON `visit` (`county`,`state`,`dueOn`,`id`);--> statement-breakpoint
CREATE INDEX `visit_unit` ON `visit` (`county`,`unit`,`state`,`dueOn`);--> statement-breakpoint
CREATE INDEX `visit_draw` ON `visit` (`county`,`draw`);--> statement-breakpoint
CREATE INDEX `visit_issue` ON `visit` (`county`,`issue`);--> statement-breakpoint
CREATE TABLE `issue` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`no` integer NOT NULL,
	`category` text NOT NULL,
	`severity` integer NOT NULL,
	`source` text NOT NULL,
	`sourceRef` text,
	`area` text NOT NULL,
	`township` text,
	`text` text NOT NULL,
	`location` text,
	`place` text,
	`lat` real,
	`lng` real,
	`state` text NOT NULL,
	`settled` integer NOT NULL,
	`foundAt` text NOT NULL,
	`foundBy` text NOT NULL,
	`receivedAt` text NOT NULL,
	`assignment` text,
	`lead` text,
	`measure` text,
	`dueAt` text,
	`overdueAt` text,
	`rectifiedAt` text,
	`rectifiedBy` text,
	`closedAt` text,
	`closedBy` text,
	`onTime` integer,
	`fixed` integer,
	`relapses` integer DEFAULT 0 NOT NULL,
	`revisitAt` integer,
	`duplicateOf` text,
	`digest` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`category`) REFERENCES `issue_category`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issue_no` ON `issue` (`county`,`no`);--> statement-breakpoint
CREATE INDEX `issue_settled` ON `issue` (`county`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_state` ON `issue` (`county`,`state`,`no`);--> statement-breakpoint
CREATE INDEX `issue_township` ON `issue` (`county`,`township`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_area` ON `issue` (`county`,`area`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_lead` ON `issue` (`county`,`lead`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_by_category` ON `issue` (`county`,`category`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_due` ON `issue` (`county`,`settled`,`dueAt`);--> statement-breakpoint
CREATE INDEX `issue_source_ref` ON `issue` (`county`,`sourceRef`);--> statement-breakpoint
CREATE INDEX `issue_revisit` ON `issue` (`county`,`revisitAt`);--> statement-breakpoint
CREATE TABLE `issue_category` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`group` text NOT NULL,
	`severity` integer NOT NULL,
	`deadline` text NOT NULL,
	`post` text,
	`escalation` text NOT NULL,
	`plan` text,
	`active` integer DEFAULT true NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE TABLE `issue_event` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`issue` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`deviceAt` text,
	`by` text NOT NULL,
	`note` text,
	`detail` text NOT NULL,
	`digest` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_event_of` ON `issue_event` (`county`,`issue`,`id`);--> statement-breakpoint
CREATE TABLE `issue_rule` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`category` text,
	`area` text,
	`lead` text,
	`level` text,
	`assisting` text NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`category`) REFERENCES `issue_category`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_filter` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`member` text NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `saved_filter_list` ON `saved_filter` (`county`,`list`,`id`);--> statement-breakpoint
CREATE TABLE `photo` (
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
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `photo_sha256` ON `photo` (`county`,`sha256`);--> statement-breakpoint
CREATE INDEX `photo_state` ON `photo` (`county`,`state`,`at`);--> statement-breakpoint
CREATE TABLE `photo_flag` (
	`county` text NOT NULL,
	`sha256` text NOT NULL,
	`areas` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`settledBy` text,
	`settledAt` text,
	PRIMARY KEY(`county`, `sha256`)
);
--> statement-breakpoint
CREATE INDEX `photo_flag_state` ON `photo_flag` (`county`,`state`,`at`);--> statement-breakpoint
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
CREATE INDEX `photo_use_photo` ON `photo_use` (`county`,`photo`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `township` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `dueAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `nextAt` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `level` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `overdueAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `settledAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `settledBy` text;--> statement-breakpoint
CREATE INDEX `assignment_clock` ON `assignment` (`county`,`state`,`nextAt`);--> statement-breakpoint
CREATE INDEX `assignment_lead` ON `assignment` (`county`,`lead`,`state`,`dueOn`);