ALTER TABLE `draw` ADD `sheet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `draw` ADD `dueOn` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `draw` ADD `visits` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `draw` ADD `left` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `draw` ADD `note` text;--> statement-breakpoint
CREATE INDEX `draw_round` ON `draw` (`county`,`round`);--> statement-breakpoint
ALTER TABLE `visit` ADD `cancelledFor` text;--> statement-breakpoint
CREATE INDEX `visit_subject` ON `visit` (`county`,`subject`,`state`,`dueOn`);--> statement-breakpoint
CREATE INDEX `issue_closed_at` ON `issue` (`county`,`settled`,`closedAt`);