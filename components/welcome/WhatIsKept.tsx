/** What is kept where, in plain words: said before anything is kept. */
export function WhatIsKept() {
  return (
    <section aria-labelledby="what-is-kept" className="rounded-md border border-line bg-sunken px-4 py-3">
      <h2 id="what-is-kept" className="font-semibold">What is kept, and where</h2>
      <dl className="mt-2 grid grid-cols-[7.5rem_1fr] gap-x-3 gap-y-1.5">
        <dt className="text-ink-3">What</dt>
        <dd>What you confirm from claim pages and files: claim, patient, amounts, dates, codes; your calls, notes and plans.</dd>
        <dt className="text-ink-3">Where</dt>
        <dd>Only in this browser on this computer, encrypted. There is no server and no account; Overturn sends nothing anywhere.</dd>
        <dt className="text-ink-3">Readable locked</dt>
        <dd>Of cases: days, amounts, payers, states and kinds of denials, with no patient's name or number. Besides: the practice's and your colleagues' names, contract windows, settings, the portals you use. They are needed to remind you and to sign you in.</dd>
        <dt className="text-ink-3">If you forget it</dt>
        <dd>Only the recovery key opens it then, which you can print after this. Without both, nobody can.</dd>
      </dl>
    </section>
  );
}
