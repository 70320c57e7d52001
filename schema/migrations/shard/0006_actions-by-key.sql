-- Built anew, stored by its key and with two indexes fewer. Nothing points at it, so its rows only move.
CREATE TABLE `consequence_by_key` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`round` text NOT NULL,
	`rule` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`band` text NOT NULL,
	`township` text,
	`subjects` text NOT NULL,
	`posts` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`dueOn` text NOT NULL,
	`record` text,
	`recordedBy` text,
	`recordedAt` text,
	`createdAt` text NOT NULL,
	`scheduledFor` text,
	`venue` text,
	`host` text,
	`followUpOn` text,
	`completedAt` text,
	`completionNote` text,
	`cancelledBy` text,
	`stage` text GENERATED ALWAYS AS (case state
          when 'proposed' then case when scheduledFor is null then 'proposed' else 'scheduled' end
          when 'recorded' then case when completedAt is not null then 'done' when followUpOn is not null then 'follow_up' else 'held' end
          else state end) VIRTUAL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `consequence_by_key` (`county`, `id`, `round`, `rule`, `key`, `kind`, `band`, `township`, `subjects`, `posts`, `state`, `reason`, `dueOn`, `record`, `recordedBy`, `recordedAt`, `createdAt`, `scheduledFor`, `venue`, `host`, `followUpOn`, `completedAt`, `completionNote`, `cancelledBy`)
SELECT `county`, `id`, `round`, `rule`, `key`, `kind`, `band`, `township`, `subjects`, `posts`, `state`, `reason`, `dueOn`, `record`, `recordedBy`, `recordedAt`, `createdAt`, `scheduledFor`, `venue`, `host`, `followUpOn`, `completedAt`, `completionNote`, `cancelledBy` FROM `consequence` ORDER BY `county`, `id`;
--> statement-breakpoint
DROP TABLE `consequence`;
--> statement-breakpoint
ALTER TABLE `consequence_by_key` RENAME TO `consequence`;
--> statement-breakpoint
CREATE INDEX `consequence_stage` ON `consequence` (`county`,`stage`,`id`);
--> statement-breakpoint
CREATE INDEX `consequence_township` ON `consequence` (`county`,`township`,`id`);
