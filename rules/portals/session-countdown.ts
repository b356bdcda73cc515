/**
 * Whether a message of a portal says that the session is about to end: the seconds left where it counts them, else null
 * within the answer. Null as a whole for anything else, among it that a session has ended already.
 *
 * Wordings of public portals: "Your session is about to expire", "you will be signed out in 60 seconds", "Session timeout
 * warning", "Are you still there?", "for your security your session ends in 1:30".
 */
export function sessionCountdown(message: string): { seconds: number | null } | null {
  const text = message.replaceAll(/\s+/gu, ' ').slice(0, 800);
  if (/\b(?:has|have|was|were|been)\s+(?:already\s+)?(?:ended|expired|timed out|(?:signed|logged) (?:out|off))\b/iu.test(text)) return null;
  const isSession = /\bsession\b[^.!?]{0,60}\b(?:expir\w*|end(?:s|ing)?\b|time[sd]?[- ]?out|timing out|about to)|\b(?:signed|logged|log|sign)(?: you)? (?:out|off)\b[^.!?]{0,40}\b(?:in\b|soon|automatically|due to inactivity)|\binactiv\w+\b[^.!?]{0,80}\b(?:signed|logged|log|sign)\b|\bare you still (?:there|here|working)\b|\b(?:stay|keep me|remain|continue) (?:signed|logged) (?:in|on)\b/iu;
  if (!isSession.test(text)) return null;
  const clock = /\b(\d{1,2}):([0-5]\d)\b/u.exec(text);
  if (clock !== null) return { seconds: Number(clock[1]) * 60 + Number(clock[2]) };
  const minutes = /\b(\d{1,2})\s*min(?:ute)?s?\b/iu.exec(text);
  const seconds = /\b(\d{1,4})\s*sec(?:ond)?s?\b/iu.exec(text);
  if (minutes === null && seconds === null) return { seconds: null };
  return { seconds: Number(minutes?.[1] ?? 0) * 60 + Number(seconds?.[1] ?? 0) };
}
