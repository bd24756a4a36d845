-- What a person chose about the clock and the look of dates and numbers; null: not chosen.
ALTER TABLE users
  ADD COLUMN "time_zone" TEXT,
  ADD COLUMN "date_order" TEXT,
  ADD COLUMN "clock" TEXT,
  ADD COLUMN "number_format" TEXT,
  ADD COLUMN "week_start" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
