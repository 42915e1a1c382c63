const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const CONTINUES = /^(?:\s+\S|(?:[-*+]|\d{1,9}[.)])\s)/;
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * Parts of Markdown that can be shown each by itself, so that what is finished is not drawn again while the last one
 * grows. Together they are the text. Code is not parted, and neither is a list with empty lines in it.
 */
export function markdownBlocks(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let hasGap = false;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && hasGap && line.trim() !== '' && !goesOn(block, line)) {
      blocks.push(block.join('\n'));
      block = [];
    }
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
    }
    hasGap = fence === null && line.trim() === '';
    block.push(line);
  }
  if (block.length > 0) blocks.push(block.join('\n'));
  return blocks;
}

const goesOn = (block: readonly string[], line: string): boolean =>
  CONTINUES.test(line) && block.some((before) => LIST.test(before));
