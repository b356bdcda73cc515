/** Look of a floating list and of one entry in it: select, combo box, menu. */
export const popoverBox = 'max-w-[calc(100vw-1rem)] overflow-hidden rounded-lg border border-line bg-raised text-body text-ink shadow-float';
export const optionRow = 'group flex min-h-7 items-center gap-2 rounded-md px-2 py-1 text-body text-ink outline-none select-none data-[focused]:bg-hover data-[hovered]:bg-hover data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-accent data-[disabled]:text-ink-3';
