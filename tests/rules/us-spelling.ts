/** The reference data is written in British English; what people read here is US English. Nothing else may differ. */
export function inUsSpelling<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('ancelled', 'anceled').replaceAll('unfavourable', 'unfavorable')) as T;
}
