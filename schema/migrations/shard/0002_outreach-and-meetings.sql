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
CREATE INDEX `volunteer_team_township` ON `volunteer_team` (`county`,`township`,`id`);