ALTER TABLE `membership` ADD `erasedAt` text;--> statement-breakpoint
CREATE INDEX `activation_expires` ON `activation` (`expiresAt`);--> statement-breakpoint
CREATE INDEX `control_receipt_created` ON `control_receipt` (`createdAt`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expiresAt`);