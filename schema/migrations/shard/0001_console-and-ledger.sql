CREATE TABLE `area_merger` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`area` text NOT NULL,
	`into` text NOT NULL,
	`at` text NOT NULL,
	`moves` text NOT NULL,
	`undoneAt` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_merger_area` ON `area_merger` (`county`,`area`,`id`);--> statement-breakpoint
CREATE TABLE `unit_person` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`unit` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`duty` text NOT NULL,
	`title` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`unit`) REFERENCES `unit`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_person_unit` ON `unit_person` (`county`,`unit`,`position`);--> statement-breakpoint
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
CREATE TABLE `calendar_day` (
	`county` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`county`, `day`)
);
--> statement-breakpoint
CREATE TABLE `county_setting` (
	`county` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`county`, `key`)
);
--> statement-breakpoint
CREATE TABLE `draw` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`board` text,
	`round` text,
	`seed` text NOT NULL,
	`input` text NOT NULL,
	`sheet` text DEFAULT '' NOT NULL,
	`dueOn` text DEFAULT '' NOT NULL,
	`visits` integer DEFAULT 0 NOT NULL,
	`left` text DEFAULT '[]' NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `draw_at` ON `draw` (`county`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `draw_round` ON `draw` (`county`,`round`);--> statement-breakpoint
CREATE TABLE `inspection` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`sheet` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`township` text,
	`village` text,
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
CREATE INDEX `inspection_village` ON `inspection` (`county`,`village`,`endedAt`);--> statement-breakpoint
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
	`cancelledFor` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`subject`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_subject` ON `visit` (`county`,`subject`,`state`,`dueOn`);--> statement-breakpoint
CREATE INDEX `visit_state` ON `visit` (`county`,`state`,`dueOn`,`id`);--> statement-breakpoint
CREATE INDEX `visit_unit` ON `visit` (`county`,`unit`,`state`,`dueOn`);--> statement-breakpoint
CREATE INDEX `visit_draw` ON `visit` (`county`,`draw`);--> statement-breakpoint
CREATE INDEX `visit_issue` ON `visit` (`county`,`issue`);--> statement-breakpoint
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
	`village` text,
	`rectifiedFor` text,
	`deferralTo` text,
	`relapsedAt` text,
	`lastStep` text,
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
CREATE INDEX `issue_township_state` ON `issue` (`county`,`township`,`state`,`no`);--> statement-breakpoint
CREATE INDEX `issue_township_category` ON `issue` (`county`,`township`,`category`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_village` ON `issue` (`county`,`village`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_area` ON `issue` (`county`,`area`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_lead` ON `issue` (`county`,`lead`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_lead_state` ON `issue` (`county`,`lead`,`state`,`no`);--> statement-breakpoint
CREATE INDEX `issue_by_category` ON `issue` (`county`,`category`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_source` ON `issue` (`county`,`source`,`settled`,`no`);--> statement-breakpoint
CREATE INDEX `issue_off_village` ON `issue` (`county`,`area`,`settled`,`no`) WHERE village is not area;--> statement-breakpoint
CREATE INDEX `issue_category_open` ON `issue` (`county`,`category`,`state`,`no`) WHERE settled = 0;--> statement-breakpoint
CREATE INDEX `issue_source_open` ON `issue` (`county`,`source`,`state`,`no`) WHERE settled = 0;--> statement-breakpoint
CREATE INDEX `issue_village_open` ON `issue` (`county`,`village`,`state`,`no`) WHERE settled = 0;--> statement-breakpoint
CREATE INDEX `issue_overdue` ON `issue` (`county`,`township`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');--> statement-breakpoint
CREATE INDEX `issue_overdue_category` ON `issue` (`county`,`category`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');--> statement-breakpoint
CREATE INDEX `issue_overdue_lead` ON `issue` (`county`,`lead`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');--> statement-breakpoint
CREATE INDEX `issue_due` ON `issue` (`county`,`dueAt`);--> statement-breakpoint
CREATE INDEX `issue_closed_at` ON `issue` (`county`,`settled`,`closedAt`);--> statement-breakpoint
CREATE INDEX `issue_overdue_no` ON `issue` (`county`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');--> statement-breakpoint
CREATE INDEX `issue_source_ref` ON `issue` (`county`,`sourceRef`);--> statement-breakpoint
CREATE INDEX `issue_duplicate` ON `issue` (`county`,`duplicateOf`);--> statement-breakpoint
CREATE INDEX `issue_revisit` ON `issue` (`county`,`revisitAt`);--> statement-breakpoint
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
CREATE TABLE `issue_event` (
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
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_event_of` ON `issue_event` (`county`,`issue`,`id`);--> statement-breakpoint
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
	`source` text,
	`sweepAt` integer,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `photo_sha256` ON `photo` (`county`,`sha256`);--> statement-breakpoint
CREATE INDEX `photo_source` ON `photo` (`county`,`source`);--> statement-breakpoint
CREATE INDEX `photo_sweep` ON `photo` (`county`,`sweepAt`);--> statement-breakpoint
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
ALTER TABLE `area` ADD `mergedInto` text;--> statement-breakpoint
CREATE INDEX `area_code` ON `area` (`county`,`code`);--> statement-breakpoint
ALTER TABLE `unit` ADD `purpose` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `township` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `dueAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `nextAt` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `level` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `overdueAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `settledAt` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `settledBy` text;--> statement-breakpoint
CREATE INDEX `assignment_of_kind` ON `assignment` (`county`,`origin`,`state`,`dueOn`,`id`);--> statement-breakpoint
CREATE INDEX `assignment_clock` ON `assignment` (`county`,`state`,`nextAt`,`id`);--> statement-breakpoint
CREATE INDEX `assignment_lead` ON `assignment` (`county`,`lead`,`state`,`dueOn`);--> statement-breakpoint
ALTER TABLE `consequence` ADD `scheduledFor` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `venue` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `host` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `followUpOn` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `completedAt` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `completionNote` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `cancelledBy` text;--> statement-breakpoint
ALTER TABLE `consequence` ADD `stage` text GENERATED ALWAYS AS (case state
          when 'proposed' then case when scheduledFor is null then 'proposed' else 'scheduled' end
          when 'recorded' then case when completedAt is not null then 'done' when followUpOn is not null then 'follow_up' else 'held' end
          else state end) VIRTUAL;--> statement-breakpoint
CREATE INDEX `consequence_stage` ON `consequence` (`county`,`stage`,`id`);--> statement-breakpoint
CREATE INDEX `consequence_township` ON `consequence` (`county`,`township`,`id`);--> statement-breakpoint
CREATE INDEX `objection_state` ON `objection` (`county`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`county`,`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_verb` ON `audit` (`county`,`verb`,`id`);--> statement-breakpoint
-- What was recorded before: its follow-up day from the record, and where and when each promise is owed.
UPDATE `consequence` SET `followUpOn` = json_extract(`record`, '$.followUpOn') WHERE `record` IS NOT NULL;--> statement-breakpoint
UPDATE `assignment` SET
  `township` = (SELECT c.`township` FROM `consequence` c WHERE c.`county` = `assignment`.`county` AND c.`id` = `assignment`.`originId`),
  `nextAt` = CASE WHEN `state` = 'open' THEN (unixepoch(`dueOn`) + 57600) * 1000 END
WHERE `origin` = 'consequence';
