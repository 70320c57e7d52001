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
CREATE INDEX `issue_found` ON `issue` (`county`,`foundAt`);