import type { SaidToQuestion } from '../../rules/calls/contradictions.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { answerText } from '../words/call-words.ts';
import { channelWords } from '../words/contact-words.ts';
import { momentWords } from '../words/day-words.ts';

export type SaidBeforeProps = { said: readonly SaidToQuestion[]; choicesOf: (key: string) => readonly { value: string; label: string }[] };

/** What each contact said to the same question, side by side; what does not fit together stands first and says so. */
export function SaidBefore({ said, choicesOf }: SaidBeforeProps) {
  return (
    <div>
      {said.map((one) => (
        <Disclosure key={one.key} title={<span className="foreign">{one.question}</span>} isOpenAtFirst={one.isContradicted} aside={one.isContradicted ? <span className="font-medium text-soon">They differ</span> : one.said.length}>
          <ul className="flex flex-col gap-1">
            {one.said.map((answer) => (
              <li key={answer.contactId} className="flex flex-col">
                <span className="foreign font-medium break-words">{answerText(answer, choicesOf(one.key))}</span>
                <span className="foreign text-small text-ink-3">{momentWords(answer.atMs)} · {channelWords(answer.channel)}{answer.representative === '' ? '' : ` · ${answer.representative}`}{answer.reference === null ? '' : ` · ${answer.reference}`}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </div>
  );
}
