import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { NoteBody } from './note-body.js';

describe('the text of a note', () => {
  it('shows basic formatting and mentions', () => {
    const { container } = render(<NoteBody html='<p><strong>Ready</strong> says <span data-mention="1">@Ada</span></p><ul><li>one</li></ul>' />);
    expect(container.querySelector('strong')).toHaveTextContent('Ready');
    expect(container.querySelector('li')).toHaveTextContent('one');
    expect(screen.getByText('@Ada')).toHaveClass('text-accent-ink');
  });

  it('opens links elsewhere, without a way back to this page', () => {
    render(<NoteBody html='<a href="https://example.com">sheet</a>' />);
    expect(screen.getByRole('link', { name: 'sheet' })).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it.each(['<img src=x onerror="alert(1)">', '<script>alert(1)</script>', '<iframe src="https://evil.example"></iframe>', '<p onclick="alert(1)" style="position:fixed">text</p>', '<svg onload="alert(1)"></svg>'])('never runs what should not be there: %s', (html) => {
    const { container } = render(<NoteBody html={html} />);
    expect(container.querySelector('img, script, iframe, svg, [onclick], [style], [onload]')).toBeNull();
  });

  it('shows a link of another scheme as text', () => {
    render(<NoteBody html='<a href="javascript:alert(1)">press</a>' />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('press')).toBeVisible();
  });
});
