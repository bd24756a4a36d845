import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isCondition, type Condition, type Filter } from '@/lib/filter/filter.js';
import type { FilterField } from './filter-field.js';
import { useConditionText, type ConditionText } from './use-condition-text.js';

/** "Lifecycle is Customer", "City is Bonn or City is Köln", "(…) and (…)". */
export function FilterText({ fields, filter }: { fields: readonly FilterField[]; filter: Filter }) {
  const { t } = useTranslation('lists');
  const textOf = useConditionText(fields, filter);
  return <Part filter={filter} textOf={textOf} words={{ and: t('and'), or: t('or') }} isTop />;
}

interface PartProps {
  filter: Filter;
  textOf: (condition: Condition) => ConditionText;
  words: { and: string; or: string };
  isTop?: boolean;
}

function Part({ filter, textOf, words, isTop = false }: PartProps) {
  if (isCondition(filter)) {
    const { field, op, value } = textOf(filter);
    return <><span className="text-muted">{field} {op}</span>{value && <> <bdi className="font-medium">{value}</bdi></>}</>;
  }
  const word = 'and' in filter ? words.and : words.or;
  const parts = 'and' in filter ? filter.and : filter.or;
  return (
    <>
      {!isTop && '('}
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <>{' '}<span className="text-muted">{word}</span>{' '}</>}
          <Part filter={part} textOf={textOf} words={words} />
        </Fragment>
      ))}
      {!isTop && ')'}
    </>
  );
}
