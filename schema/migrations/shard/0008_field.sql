CREATE TABLE `area_place` (
	`county` text NOT NULL,
	`area` text NOT NULL,
	`places` text NOT NULL,
	PRIMARY KEY(`county`, `area`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `field_code` (
	`county` text NOT NULL,
	`code` text NOT NULL,
	`area` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`revokedAt` text,
	`revokedBy` text,
	PRIMARY KEY(`county`, `code`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `field_code_area` ON `field_code` (`county`,`area`) WHERE revokedAt is null;--> statement-breakpoint
CREATE TABLE `grid_point` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`grid` text NOT NULL,
	`name` text NOT NULL,
	`place` text,
	`position` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`grid`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grid_point_grid` ON `grid_point` (`county`,`grid`,`active`,`position`);--> statement-breakpoint
CREATE TABLE `last_place` (
	`county` text NOT NULL,
	`member` text NOT NULL,
	`area` text NOT NULL,
	`place` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `member`)
);
--> statement-breakpoint
CREATE TABLE `patrol` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`grid` text NOT NULL,
	`village` text,
	`township` text,
	`startedAt` text NOT NULL,
	`endedAt` text NOT NULL,
	`receivedAt` text NOT NULL,
	`points` text NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`scope` text,
	`digest` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`grid`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patrol_ended` ON `patrol` (`county`,`endedAt`,`id`);--> statement-breakpoint
CREATE INDEX `patrol_grid` ON `patrol` (`county`,`grid`,`endedAt`,`id`);--> statement-breakpoint
CREATE INDEX `patrol_village` ON `patrol` (`county`,`village`,`endedAt`,`id`);--> statement-breakpoint
CREATE INDEX `patrol_township` ON `patrol` (`county`,`township`,`endedAt`,`id`);--> statement-breakpoint
CREATE TABLE `place_flag` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`targetId` text NOT NULL,
	`area` text NOT NULL,
	`detail` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`settledBy` text,
	`settledAt` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_flag_state` ON `place_flag` (`county`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `issue_found_by_open` ON `issue` (`county`,`foundBy`,`no`) WHERE settled = 0;--> statement-breakpoint
INSERT INTO `area_place` (`county`, `area`, `places`)
SELECT `county`, `area`, json_group_array(json_array(`lat`, `lng`)) FROM (
	SELECT `county`, `area`, `lat`, `lng`, row_number() OVER (PARTITION BY `county`, `area` ORDER BY `at` DESC) AS `n` FROM (
		SELECT `county`, coalesce(`village`, `area`) AS `area`, `lat`, `lng`, `receivedAt` AS `at` FROM `issue`
		WHERE `lat` IS NOT NULL AND coalesce(json_extract(`place`, '$.accuracy'), 0) <= 1000
		UNION ALL
		SELECT `county`, coalesce(`village`, `subject`), json_extract(`place`, '$.lat'), json_extract(`place`, '$.lng'), `receivedAt` FROM `inspection`
		WHERE json_extract(`place`, '$.lat') IS NOT NULL AND coalesce(json_extract(`place`, '$.accuracy'), 0) <= 1000
	)
) WHERE `n` <= 15 GROUP BY `county`, `area`;
