CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`password` text NOT NULL,
	`platform` integer DEFAULT false NOT NULL,
	`createdAt` text NOT NULL,
	`disabledAt` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login` ON `account` (`login`);--> statement-breakpoint
CREATE TABLE `activation` (
	`token` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`membership` text,
	`account` text,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`createdAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`membership`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `control_receipt` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`status` integer,
	`answer` text,
	`createdAt` text NOT NULL,
	PRIMARY KEY(`caller`, `key`)
);
--> statement-breakpoint
CREATE TABLE `county` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`province` text NOT NULL,
	`city` text NOT NULL,
	`office` text NOT NULL,
	`status` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`shard` integer NOT NULL,
	`villages` integer NOT NULL,
	`areas` text NOT NULL,
	`createdAt` text NOT NULL,
	`approvedAt` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `county_approved_code` ON `county` (`code`) WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX `county_code` ON `county` (`code`);--> statement-breakpoint
CREATE TABLE `due` (
	`county` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`county`) REFERENCES `county`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `due_at` ON `due` (`at`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`county` text NOT NULL,
	`account` text,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`scopeKind` text NOT NULL,
	`scope` text,
	`township` text,
	`createdAt` text NOT NULL,
	`disabledAt` text,
	FOREIGN KEY (`county`) REFERENCES `county`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_county_login` ON `membership` (`county`,`login`);--> statement-breakpoint
CREATE INDEX `membership_account` ON `membership` (`account`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`secret` text NOT NULL,
	`previousSecret` text,
	`rotatedAt` text NOT NULL,
	`createdAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`revokedAt` text,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account`);--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL,
	`lockedUntil` integer
);
--> statement-breakpoint
CREATE TABLE `token` (
	`id` text PRIMARY KEY NOT NULL,
	`county` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`scopeKind` text NOT NULL,
	`scope` text,
	`township` text,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`revokedAt` text,
	FOREIGN KEY (`county`) REFERENCES `county`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `token_hash` ON `token` (`hash`);--> statement-breakpoint
CREATE INDEX `token_county` ON `token` (`county`);