/** Whether a label is one that facts made up for things without a printed label: "row 2", "column 1", "stem 4". */
export const isPlaceName = (label: string | undefined): boolean => /^(?:row|column|stem) \d{1,4}$/.test(label ?? '');
