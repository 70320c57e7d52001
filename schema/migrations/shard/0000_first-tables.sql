CREATE TABLE `area` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`parent` text,
	`active` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`parent`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_level` ON `area` (`county`,`level`,`parent`,`code`);--> statement-breakpoint
CREATE INDEX `area_parent` ON `area` (`county`,`parent`,`code`);--> statement-breakpoint
CREATE TABLE `post` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`area` text NOT NULL,
	`post` text NOT NULL,
	`holder` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_area` ON `post` (`county`,`area`,`post`,`startsOn`);--> statement-breakpoint
CREATE TABLE `unit` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`covers` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE TABLE `board` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`campaign` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`owner` text NOT NULL,
	`cadence` text NOT NULL,
	`visibility` text NOT NULL,
	`policy` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`campaign`) REFERENCES `campaign`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`owner`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`county` text NOT NULL,
	`round` text NOT NULL,
	`version` integer NOT NULL,
	`result` text NOT NULL,
	`computedAt` text NOT NULL,
	PRIMARY KEY(`county`, `round`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `history` (
	`county` text NOT NULL,
	`board` text NOT NULL,
	`no` integer NOT NULL,
	`round` text,
	`closedAt` text NOT NULL,
	`standings` text NOT NULL,
	`carried` text NOT NULL,
	PRIMARY KEY(`county`, `board`, `no`),
	FOREIGN KEY (`county`,`board`) REFERENCES `board`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report` (
	`county` text NOT NULL,
	`round` text NOT NULL,
	`source` text NOT NULL,
	`reporter` text NOT NULL,
	`entries` text NOT NULL,
	`sentBy` text NOT NULL,
	`onBehalf` integer NOT NULL,
	`sentAt` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`county`, `round`, `source`, `reporter`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revision` (
	`county` text NOT NULL,
	`round` text NOT NULL,
	`no` integer NOT NULL,
	`result` text NOT NULL,
	`sha256` text NOT NULL,
	`reason` text,
	`publishedBy` text NOT NULL,
	`publishedAt` text NOT NULL,
	PRIMARY KEY(`county`, `round`, `no`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revision_input` (
	`county` text NOT NULL,
	`round` text NOT NULL,
	`no` integer NOT NULL,
	`input` text NOT NULL,
	`amendments` text NOT NULL,
	PRIMARY KEY(`county`, `round`, `no`),
	FOREIGN KEY (`county`,`round`,`no`) REFERENCES `revision`(`county`,`round`,`no`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`board` text NOT NULL,
	`no` integer NOT NULL,
	`state` text NOT NULL,
	`opensAt` text NOT NULL,
	`closesAt` text NOT NULL,
	`closedAt` text,
	`publishedAt` text,
	`policy` text NOT NULL,
	`roster` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`board`) REFERENCES `board`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_no` ON `round` (`county`,`board`,`no`);--> statement-breakpoint
CREATE INDEX `round_state` ON `round` (`county`,`state`,`closesAt`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`county` text NOT NULL,
	`board` text NOT NULL,
	`visibility` text NOT NULL,
	`round` text NOT NULL,
	`revision` integer NOT NULL,
	`sha256` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`county`, `board`),
	FOREIGN KEY (`county`,`board`) REFERENCES `board`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`origin` text NOT NULL,
	`originId` text NOT NULL,
	`text` text NOT NULL,
	`lead` text,
	`assisting` text NOT NULL,
	`owner` text,
	`dueOn` text NOT NULL,
	`state` text NOT NULL,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `assignment_origin` ON `assignment` (`county`,`origin`,`originId`);--> statement-breakpoint
CREATE INDEX `assignment_due` ON `assignment` (`county`,`state`,`dueOn`);--> statement-breakpoint
CREATE TABLE `consequence` (
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
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consequence_once` ON `consequence` (`county`,`round`,`rule`,`key`);--> statement-breakpoint
CREATE INDEX `consequence_state` ON `consequence` (`county`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `objection` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`round` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`filedBy` text NOT NULL,
	`filedAt` text NOT NULL,
	`reason` text,
	`amendments` text NOT NULL,
	`ruledBy` text,
	`ruledAt` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`round`) REFERENCES `round`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objection_round` ON `objection` (`county`,`round`,`state`);--> statement-breakpoint
CREATE TABLE `audit` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`target` text NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`county`,`target`,`id`);--> statement-breakpoint
CREATE TABLE `receipt` (
	`county` text NOT NULL,
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`status` integer,
	`answer` text,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`county`, `caller`, `key`)
);
