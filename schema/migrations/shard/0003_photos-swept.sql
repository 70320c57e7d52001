DROP INDEX `photo_state`;--> statement-breakpoint
ALTER TABLE `photo` ADD `source` text;--> statement-breakpoint
ALTER TABLE `photo` ADD `sweepAt` integer;--> statement-breakpoint
CREATE INDEX `photo_source` ON `photo` (`county`,`source`);--> statement-breakpoint
CREATE INDEX `photo_sweep` ON `photo` (`county`,`sweepAt`);