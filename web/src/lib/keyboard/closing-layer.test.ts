import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { holdKeysWhileLayersClose } from './closing-layer.js';

let stop: () => void;
let heard: string[];

const by = (id: string) => document.getElementById(id)!;
const keyDown = (id: string, key: string, more: KeyboardEventInit = {}) => by(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const settled = async () => {
  for (let frame = 0; frame < 30; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

beforeEach(() => {
  stop = holdKeysWhileLayersClose();
  heard = [];
  document.body.innerHTML = `<button id="row">Row</button><div id="layer" data-modal><button id="inside">Inside</button><input id="text" aria-label="Text"></div>`;
  for (const id of ['row', 'inside', 'text']) by(id).addEventListener('keydown', ({ key }) => heard.push(`${id} ${key}`));
});

afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('a key that follows Escape at once', () => {
  it('is pressed on what has the focus once the layer is gone, in the order of the hand', async () => {
    keyDown('inside', 'Escape');
    keyDown('inside', 'j');
    keyDown('inside', 'x');
    expect(heard).toEqual(['inside Escape']);
    by('layer').remove();
    by('row').focus();
    await waitFor(() => expect(heard).toEqual(['inside Escape', 'row j', 'row x']));
  });

  it('is pressed on the page where nothing had the focus before', async () => {
    const onPage: string[] = [];
    const listen = ({ key, target }: KeyboardEvent) => target === document.body && onPage.push(key);
    window.addEventListener('keydown', listen);
    keyDown('inside', 'Escape');
    keyDown('inside', 'c');
    by('layer').remove();
    await waitFor(() => expect(onPage).toEqual(['c']));
    window.removeEventListener('keydown', listen);
  });

  it('goes nowhere where the layer stays, and the next one is the layer’s again', async () => {
    keyDown('inside', 'Escape');
    keyDown('inside', 'Enter');
    await settled();
    keyDown('inside', 'a');
    expect(heard).toEqual(['inside Escape', 'inside a']);
  });

  it('goes nowhere where another layer is beneath', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="second" data-modal><button id="upper">Upper</button></div>');
    keyDown('upper', 'Escape');
    keyDown('upper', 'Enter');
    by('second').remove();
    by('inside').focus();
    await settled();
    expect(heard).toEqual([]);
  });

  it.each([['typed text', 'text', 'a', {}], ['a key of the browser', 'inside', 'Tab', {}], ['a key with Ctrl', 'inside', 'c', { ctrlKey: true }]])('is not held when it is %s', (_what, id, key, more) => {
    keyDown(id, 'Escape');
    keyDown(id, key, more);
    expect(heard).toEqual([`${id} Escape`, `${id} ${key}`]);
  });
});

it('holds nothing where Escape closed no layer', () => {
  keyDown('row', 'Escape');
  keyDown('row', 'j');
  expect(heard).toEqual(['row Escape', 'row j']);
});
