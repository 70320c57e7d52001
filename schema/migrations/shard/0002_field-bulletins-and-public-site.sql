CREATE TABLE `bulletin` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`owner` text NOT NULL,
	`title` text NOT NULL,
	`issuer` text,
	`number` text,
	`visibility` text NOT NULL,
	`fromDay` text NOT NULL,
	`toDay` text NOT NULL,
	`round` text,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`data` text,
	`occasion` text,
	`digest` text NOT NULL,
	`createdAt` text NOT NULL,
	`createdBy` text NOT NULL,
	`issuedAt` text,
	`issuedBy` text,
	`withdrawnAt` text,
	`withdrawnFor` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`owner`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bulletin_occasion` ON `bulletin` (`county`,`occasion`);--> statement-breakpoint
CREATE INDEX `bulletin_state` ON `bulletin` (`county`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `bulletin_kind` ON `bulletin` (`county`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `bulletin_owner` ON `bulletin` (`county`,`owner`,`id`);--> statement-breakpoint
CREATE INDEX `bulletin_public` ON `bulletin` (`county`,`state`,`visibility`,`issuedAt`,`id`);--> statement-breakpoint
CREATE TABLE `column_article` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`shown` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`area` text NOT NULL,
	`township` text,
	`issue` text,
	`visibility` text NOT NULL,
	`expiresOn` text NOT NULL,
	`author` text NOT NULL,
	`writers` text NOT NULL,
	`createdAt` text NOT NULL,
	`at` text NOT NULL,
	`publishedAt` text,
	`publishedBy` text,
	`reason` text,
	`nextAt` integer,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `column_article_shown` ON `column_article` (`county`,`shown`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_state` ON `column_article` (`county`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_township` ON `column_article` (`county`,`township`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_public` ON `column_article` (`county`,`shown`,`visibility`,`publishedAt`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_issue` ON `column_article` (`county`,`issue`);--> statement-breakpoint
CREATE INDEX `column_article_due` ON `column_article` (`county`,`nextAt`);--> statement-breakpoint
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
CREATE INDEX `column_photo_photo` ON `column_photo` (`county`,`photo`);--> statement-breakpoint
CREATE TABLE `complaint` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`digest` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`area` text,
	`village` text,
	`township` text,
	`location` text,
	`place` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`released` text DEFAULT '[]' NOT NULL,
	`issue` text,
	`reason` text,
	`settledAt` text,
	`version` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_code` ON `complaint` (`county`,`code`);--> statement-breakpoint
CREATE INDEX `complaint_state` ON `complaint` (`county`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `complaint_category` ON `complaint` (`county`,`category`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `complaint_township` ON `complaint` (`county`,`township`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `complaint_issue` ON `complaint` (`county`,`issue`,`id`);--> statement-breakpoint
CREATE TABLE `complaint_answer` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`complaint` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`complaint`) REFERENCES `complaint`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_answer_of` ON `complaint_answer` (`county`,`complaint`,`id`);--> statement-breakpoint
CREATE TABLE `complaint_contact` (
	`county` text NOT NULL,
	`complaint` text NOT NULL,
	`contact` text NOT NULL,
	`lookAt` integer NOT NULL,
	PRIMARY KEY(`county`, `complaint`),
	FOREIGN KEY (`county`,`complaint`) REFERENCES `complaint`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_contact_look` ON `complaint_contact` (`county`,`lookAt`);--> statement-breakpoint
CREATE TABLE `complaint_count` (
	`county` text NOT NULL,
	`key` text NOT NULL,
	`n` integer NOT NULL,
	`endsAt` integer NOT NULL,
	PRIMARY KEY(`county`, `key`)
);
--> statement-breakpoint
CREATE INDEX `complaint_count_end` ON `complaint_count` (`county`,`endsAt`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`webhook` text NOT NULL,
	`event` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`fault` text,
	`status` integer,
	`said` text,
	`at` text NOT NULL,
	`nextAt` integer,
	`settledAt` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`webhook`) REFERENCES `webhook`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_once` ON `delivery` (`county`,`webhook`,`event`,`subject`);--> statement-breakpoint
CREATE INDEX `delivery_webhook` ON `delivery` (`county`,`webhook`,`id`);--> statement-breakpoint
CREATE INDEX `delivery_state` ON `delivery` (`county`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `delivery_next` ON `delivery` (`county`,`nextAt`);--> statement-breakpoint
CREATE TABLE `webhook` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`format` text NOT NULL,
	`secret` text,
	`events` text NOT NULL,
	`paused` integer DEFAULT false NOT NULL,
	`by` text NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
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
CREATE TABLE `activity` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`area` text NOT NULL,
	`township` text,
	`day` text NOT NULL,
	`monday` text NOT NULL,
	`times` integer NOT NULL,
	`items` integer NOT NULL,
	`people` integer NOT NULL,
	`team` text,
	`volunteers` integer NOT NULL,
	`hours` real NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	`retractedAt` text,
	`retractedWhy` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`team`) REFERENCES `volunteer_team`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_day` ON `activity` (`county`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `activity_township` ON `activity` (`county`,`township`,`day`,`id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`meeting` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`became` text,
	`issue` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`meeting`) REFERENCES `meeting`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_meeting` ON `decision` (`county`,`meeting`,`position`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`township` text,
	`heldAt` text NOT NULL,
	`venue` text,
	`agenda` text NOT NULL,
	`attendance` text NOT NULL,
	`speeches` text NOT NULL,
	`by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`owner`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_held` ON `meeting` (`county`,`heldAt`,`id`);--> statement-breakpoint
CREATE INDEX `meeting_township` ON `meeting` (`county`,`township`,`heldAt`,`id`);--> statement-breakpoint
CREATE TABLE `volunteer_team` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`township` text,
	`members` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `volunteer_team_township` ON `volunteer_team` (`county`,`township`,`id`);--> statement-breakpoint
ALTER TABLE `board` ADD `shows` text DEFAULT 'explanations' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshot` ADD `shows` text DEFAULT 'explanations' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshot` ADD `version` text;--> statement-breakpoint
CREATE INDEX `issue_found_by_open` ON `issue` (`county`,`foundBy`,`no`) WHERE settled = 0;--> statement-breakpoint
CREATE INDEX `issue_found` ON `issue` (`county`,`foundAt`);
--> statement-breakpoint
-- Where the county's work has met its places so far, so that phones know them at once.
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
