ALTER TABLE `board` ADD `shows` text DEFAULT 'explanations' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshot` ADD `shows` text DEFAULT 'explanations' NOT NULL;