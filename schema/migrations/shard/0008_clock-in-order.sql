DROP INDEX `assignment_clock`;--> statement-breakpoint
CREATE INDEX `assignment_clock` ON `assignment` (`county`,`state`,`nextAt`,`id`);--> statement-breakpoint
CREATE INDEX `issue_overdue_no` ON `issue` (`county`,`no`) WHERE settled = 0 and overdueAt is not null;