CREATE TABLE `county_erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`county` text NOT NULL,
	`code` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`requestedBy` text NOT NULL,
	`requestedAt` text NOT NULL,
	`confirmedBy` text,
	`confirmedAt` text,
	`dueAt` text NOT NULL,
	`cancelledBy` text,
	`cancelledAt` text,
	`suspended` integer NOT NULL,
	`startedAt` text,
	`erasedAt` text,
	`rows` integer DEFAULT 0 NOT NULL,
	`files` integer DEFAULT 0 NOT NULL,
	`sealHash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `county_erasure_open` ON `county_erasure` (`county`) WHERE state in ('requested', 'confirmed', 'erasing');--> statement-breakpoint
CREATE INDEX `county_erasure_requested` ON `county_erasure` (`requestedAt`);--> statement-breakpoint
CREATE TABLE `county_import` (
	`county` text PRIMARY KEY NOT NULL,
	`archive` text NOT NULL,
	`code` text NOT NULL,
	`shard` integer NOT NULL,
	`done` text DEFAULT '' NOT NULL,
	`startedAt` text NOT NULL
);
