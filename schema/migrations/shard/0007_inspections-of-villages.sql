ALTER TABLE `inspection` ADD `village` text;--> statement-breakpoint
CREATE INDEX `inspection_village` ON `inspection` (`county`,`village`,`endedAt`);--> statement-breakpoint
CREATE INDEX `area_code` ON `area` (`county`,`code`);