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
ALTER TABLE `area` ADD `mergedInto` text;--> statement-breakpoint
ALTER TABLE `unit` ADD `purpose` text;--> statement-breakpoint
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
CREATE INDEX `assignment_of_kind` ON `assignment` (`county`,`origin`,`state`,`dueOn`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`county`,`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_verb` ON `audit` (`county`,`verb`,`id`);--> statement-breakpoint
-- What was recorded before: its follow-up day from the record, and where and when each promise is owed.
UPDATE `consequence` SET `followUpOn` = json_extract(`record`, '$.followUpOn') WHERE `record` IS NOT NULL;--> statement-breakpoint
UPDATE `assignment` SET
  `township` = (SELECT c.`township` FROM `consequence` c WHERE c.`county` = `assignment`.`county` AND c.`id` = `assignment`.`originId`),
  `nextAt` = CASE WHEN `state` = 'open' THEN (unixepoch(`dueOn`) + 57600) * 1000 END
WHERE `origin` = 'consequence';
