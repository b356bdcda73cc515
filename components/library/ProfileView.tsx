import type { ReactNode } from 'react';
import type { ProfileBody } from '../../rules/library/library-entry.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { dayOfIso, numericDay } from '../words/day-words.ts';
import { channelWordsOf, stepWords } from '../words/library-words.ts';

const isWeb = (text: string) => /^https?:\/\//iu.test(text);
const address = (text: string) => (isWeb(text) ? <a href={text} target="_blank" rel="noopener noreferrer">{text}</a> : text);

/** How a payer is reached and what it wants: what is known, and nothing of what is not. */
export function ProfileView({ profile, onCopy }: { profile: ProfileBody; onCopy: (text: string) => void | Promise<void> }) {
  return (
    <div className="flex flex-col gap-3">
      {profile.phones.length > 0 && (
        <Part title="Phone">
          {profile.phones.map((phone, index) => (
            <li key={index} className="flex flex-wrap items-center gap-x-2">
              <span className="foreign font-medium">{phone.label}</span><span className="figures foreign">{phone.number}</span><CopyButton label={`Copy ${phone.number}`} onCopy={() => onCopy(phone.number)} />
              {phone.path !== '' && <span className="foreign text-ink-2">{phone.path}</span>}{phone.hours !== '' && <span className="foreign text-ink-3">{phone.hours}</span>}
            </li>
          ))}
        </Part>
      )}
      {profile.channels.length > 0 && (
        <Part title="Where things go">
          {profile.channels.map((one, index) => (
            <li key={index} className="grid grid-cols-[9rem_1fr] gap-x-2">
              <span className="text-ink-2">{stepWords(one.step)}, {channelWordsOf(one.channel).toLowerCase()}</span>
              <span className="foreign"><span className="figures whitespace-pre-line">{address(one.to)}</span>{one.note !== '' && <span className="text-ink-3"> {one.note}</span>}</span>
            </li>
          ))}
        </Part>
      )}
      {profile.links.length > 0 && <Part title="Portal links">{profile.links.map((link, index) => <li key={index} className="foreign">{isWeb(link.url) ? <a href={link.url} target="_blank" rel="noopener noreferrer">{link.label}</a> : link.label}</li>)}</Part>}
      {profile.forms.length > 0 && <Part title="Forms">{profile.forms.map((form, index) => <li key={index} className="foreign">{isWeb(form.url) ? <a href={form.url} target="_blank" rel="noopener noreferrer">{form.name}</a> : form.name}<span className="text-ink-3"> {stepWords(form.step)}</span></li>)}</Part>}
      {profile.documents.length > 0 && <Part title="Documents wanted">{profile.documents.map((document, index) => <li key={index} className="foreign">{document.name}<span className="text-ink-3"> {stepWords(document.step)}</span></li>)}</Part>}
      {(profile.fileLimits !== '' || profile.claimsPerCall !== null) && (
        <Part title="Limits">
          {profile.fileLimits !== '' && <li className="foreign">Files: {profile.fileLimits}</li>}
          {profile.claimsPerCall !== null && <li>{profile.claimsPerCall} {profile.claimsPerCall === 1 ? 'claim' : 'claims'} a call</li>}
        </Part>
      )}
      <p className="text-small text-ink-3">{profile.checkedOn === null ? 'Nobody has said when this was last checked.' : `Last checked ${numericDay(dayOfIso(profile.checkedOn) ?? 0)}.`}</p>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <section><h3 className="mb-0.5 text-small font-semibold text-ink-2">{title}</h3><ul className="flex flex-col gap-0.5">{children}</ul></section>;
}
