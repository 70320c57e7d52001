CREATE TABLE `column_article` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`shown` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`area` text NOT NULL,
	`township` text,
	`issue` text,
	`visibility` text NOT NULL,
	`expiresOn` text NOT NULL,
	`author` text NOT NULL,
	`writers` text NOT NULL,
	`createdAt` text NOT NULL,
	`at` text NOT NULL,
	`publishedAt` text,
	`publishedBy` text,
	`reason` text,
	`nextAt` integer,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`area`) REFERENCES `area`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`issue`) REFERENCES `issue`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `column_article_shown` ON `column_article` (`county`,`shown`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_state` ON `column_article` (`county`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_township` ON `column_article` (`county`,`township`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_public` ON `column_article` (`county`,`shown`,`visibility`,`publishedAt`,`id`);--> statement-breakpoint
CREATE INDEX `column_article_issue` ON `column_article` (`county`,`issue`);--> statement-breakpoint
CREATE INDEX `column_article_due` ON `column_article` (`county`,`nextAt`);--> statement-breakpoint
CREATE TABLE `column_photo` (
	`county` text NOT NULL,
	`article` text NOT NULL,
	`photo` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`caption` text NOT NULL,
	`blur` integer NOT NULL,
	`copy` text,
	`copyWidth` integer,
	`copyHeight` integer,
	PRIMARY KEY(`county`, `article`, `photo`),
	FOREIGN KEY (`county`,`article`) REFERENCES `column_article`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`photo`) REFERENCES `photo`(`county`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `column_photo_photo` ON `column_photo` (`county`,`photo`);