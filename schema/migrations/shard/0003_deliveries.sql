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
