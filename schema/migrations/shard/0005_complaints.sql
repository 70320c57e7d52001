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
CREATE INDEX `complaint_count_end` ON `complaint_count` (`county`,`endsAt`);