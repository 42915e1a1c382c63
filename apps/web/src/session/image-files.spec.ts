import { describe, expect, it } from '@jest/globals';
import { sortImages, whyNoImages } from './image-files.js';

const MIB = 1024 * 1024;
const png = (name: string, size = 100) => ({ name, type: 'image/png', size });
const ROOM = { images: 0, attachments: 0, noImages: null };

describe('files that somebody pastes, drops or chooses', () => {
  it('are taken up to five mebibytes each', () => {
    const { taken, refused } = sortImages([png('a', 5 * MIB), png('b', 5 * MIB + 1)], ROOM);
    expect(taken.map(({ name }) => name)).toEqual(['a']);
    expect(refused).toEqual(['b was left out: it has 5.1 MiB, and 5 MiB is the most.']);
  });

  it.each(['image/svg+xml', 'application/pdf', ''])('are refused when they are %p', (type) => {
    expect(sortImages([{ name: 'x', type, size: 10 }], ROOM).refused).toEqual([
      'x was left out: only PNG, JPEG, GIF and WebP images can be attached.',
    ]);
  });

  it('are refused when they are empty', () => {
    expect(sortImages([png('a', 0)], ROOM).refused).toEqual(['a was left out: it is empty.']);
  });

  it('are four at most, with those that are there', () => {
    const { taken, refused } = sortImages([png('a'), png('b')], { ...ROOM, images: 3, attachments: 3 });
    expect(taken).toHaveLength(1);
    expect(refused).toEqual(['b was left out: a message takes 4 images.']);
  });

  it('share the room of all attachments', () => {
    expect(sortImages([png('a')], { ...ROOM, attachments: 20 }).refused).toEqual([
      'a was left out: a message takes 20 attachments.',
    ]);
  });

  it('are refused once, with the reason, when the agent takes none', () => {
    const noImages = whyNoImages({ name: 'Quill', capabilities: { images: false } });
    expect(sortImages([png('a'), png('b')], { ...ROOM, noImages })).toEqual({
      taken: [],
      refused: ['Quill takes no images.'],
    });
  });
});

describe('an agent', () => {
  it('takes images unless it says that it does not', () => {
    expect(whyNoImages({ name: 'Quill', capabilities: { images: true } })).toBeNull();
    expect(whyNoImages({ name: 'Quill', capabilities: {} })).toBeNull();
    expect(whyNoImages(undefined)).toBeNull();
  });
});
