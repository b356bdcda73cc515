/** Words people reach for first, most usual first; a passphrase made of these alone is guessed early. */
export const COMMON_PASSPHRASE_WORDS: readonly string[] = [
  'password', 'passwort', 'passphrase', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r', '1qaz2wsx', 'qazwsx', 'letmein', 'welcome', 'admin', 'administrator',
  'login', 'access', 'secret', 'changeme', 'default', 'master', 'monkey', 'dragon', 'football', 'baseball', 'basketball', 'soccer', 'hockey', 'superman',
  'batman', 'princess', 'sunshine', 'iloveyou', 'love', 'trustno', 'shadow', 'michael', 'jennifer', 'jessica', 'ashley', 'jordan', 'hunter', 'summer',
  'winter', 'spring', 'autumn', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'monday',
  'friday', 'flower', 'cheese', 'computer', 'internet', 'office', 'coffee', 'starwars', 'pokemon', 'freedom', 'whatever', 'hello', 'please', 'money', 'dallas',
  'texas', 'florida', 'america', 'york', 'chicago', 'houston', 'test', 'testing', 'temp', 'temporary', 'guest', 'user', 'abc', 'abcd', 'abcdef', 'overturn',
  'billing', 'biller', 'medical', 'medicare', 'medicaid', 'clinic', 'hospital', 'doctor', 'nurse', 'health', 'healthcare', 'practice', 'patient', 'claim',
  'claims', 'denial', 'appeal', 'insurance', 'payer', 'availity', 'family', 'care', 'center', 'correct', 'horse', 'battery', 'staple', 'riverbend', 'company',
];
