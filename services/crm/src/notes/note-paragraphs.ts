const tag = /(<[^>]*>)/;
const inlineTag = /^<(\/?)(strong|em|s|u|a|code|span)\b/;
const BREAK = '<br />';

/**
 * Puts paragraphs side by side that stand in one another, and formatting inside of paragraphs, so that a browser reads what is written here and
 * cleaning again changes nothing. Takes clean HTML, in which every "<" begins a tag and each tag is closed.
 */
export function flatParagraphs(html: string): string {
  const writer = new Paragraphs();
  for (const token of html.split(tag)) {
    const [, closes, name] = inlineTag.exec(token) ?? [];
    if (name) writer.format(token, name, closes === '/');
    else if (token === '<p>' || token === '</p>') writer.paragraph(token === '<p>');
    else if (!token.startsWith('<') || token === BREAK) writer.text(token);
    else writer.block(token);
  }
  return writer.html;
}

class Paragraphs {
  html = '';
  private readonly formats: { open: string; close: string }[] = [];
  /** How many of the formats are written out where the text stands now. */
  private written = 0;
  private depth = 0;
  private isOpen = false;
  private isBlank = false;

  text(text: string): void {
    if (this.depth > 0 && !this.isOpen) {
      if (text.trim() === '') return;
      this.html += '<p>';
      this.isOpen = true;
    }
    if (text === '') return;
    this.isBlank = false;
    for (const { open } of this.formats.slice(this.written)) this.html += open;
    this.written = this.formats.length;
    this.html += text;
  }

  format(token: string, name: string, closes: boolean): void {
    if (!closes) return void this.formats.push({ open: token, close: `</${name}>` });
    if (this.written === this.formats.length) {
      this.html += token;
      this.written -= 1;
    }
    this.formats.pop();
  }

  paragraph(opens: boolean): void {
    this.end();
    // An empty line that somebody left on purpose.
    if (!opens && this.isBlank) this.html += '<p></p>';
    this.isBlank = opens;
    this.depth += opens ? 1 : -1;
  }

  block(token: string): void {
    this.end();
    this.isBlank = false;
    this.html += token;
  }

  private end(): void {
    for (; this.written > 0; this.written -= 1) this.html += this.formats[this.written - 1]?.close ?? '';
    if (this.isOpen) this.html += '</p>';
    this.isOpen = false;
  }
}
