import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, Heading, type CalendarProps, type DateValue } from 'react-aria-components';
import { formats } from '@/lib/formats/formats.js';

const arrow = 'grid size-7 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11';

export function CalendarPanel(props: CalendarProps<DateValue>) {
  return (
    <Calendar {...props} firstDayOfWeek={formats().weekStart}>
      <header className="flex items-center pb-1">
        <Button slot="previous" className={arrow}><ChevronLeft aria-hidden className="size-4 rtl:rotate-180" /></Button>
        <Heading className="flex-1 text-center text-sm" />
        <Button slot="next" className={arrow}><ChevronRight aria-hidden className="size-4 rtl:rotate-180" /></Button>
      </header>
      <CalendarGrid className="border-separate border-spacing-px">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className="size-8 text-xs font-normal text-muted">{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="grid size-8 place-items-center rounded-control text-sm tabular touch:size-10.5 outline-none hover:bg-hover data-[today]:font-semibold data-[today]:text-accent-ink data-[outside-month]:hidden data-[selected]:bg-accent data-[selected]:text-on-accent data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-1 data-[focus-visible]:outline-accent"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
