DROP INDEX `issue_overdue`;--> statement-breakpoint
DROP INDEX `issue_overdue_no`;--> statement-breakpoint
CREATE INDEX `issue_overdue` ON `issue` (`county`,`township`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');--> statement-breakpoint
CREATE INDEX `issue_overdue_no` ON `issue` (`county`,`no`) WHERE overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate');