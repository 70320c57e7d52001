CREATE TABLE `job_failure` (
	`county` text NOT NULL,
	`kind` text NOT NULL,
	`error` text NOT NULL,
	`failures` integer NOT NULL,
	`deaths` integer NOT NULL,
	`firstAt` text NOT NULL,
	`lastAt` text NOT NULL,
	`resolvedAt` text,
	PRIMARY KEY(`county`, `kind`),
	FOREIGN KEY (`county`) REFERENCES `county`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `county` ADD `suspendedAt` text;--> statement-breakpoint
ALTER TABLE `county` ADD `suspendedFor` text;