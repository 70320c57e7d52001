CREATE TABLE `audit_late` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`block` integer,
	PRIMARY KEY(`county`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_late_block` ON `audit_late` (`county`,`block`,`id`);--> statement-breakpoint
CREATE TABLE `audit_seal` (
	`county` text NOT NULL,
	`no` integer NOT NULL,
	`after` text NOT NULL,
	`upTo` text NOT NULL,
	`rows` integer NOT NULL,
	`late` integer NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	`sealedAt` text NOT NULL,
	PRIMARY KEY(`county`, `no`)
);
--> statement-breakpoint
CREATE TABLE `erasure` (
	`county` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`since` text NOT NULL
);
