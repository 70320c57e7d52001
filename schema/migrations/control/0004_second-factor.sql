CREATE TABLE `recovery_code` (
	`account` text NOT NULL,
	`hash` text NOT NULL,
	`usedAt` text,
	PRIMARY KEY(`account`, `hash`),
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`account` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`lastStep` integer DEFAULT 0 NOT NULL,
	`createdAt` text NOT NULL,
	`confirmedAt` text,
	`recoverySalt` text,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `county` ADD `secondFactorSince` text;