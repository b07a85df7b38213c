// The reader's options and what they mean to the painter. For the options page and, as a classic script, for pages.
globalThis.copydeskOptions ??= {
  defaults: {
    kinds: ['quote', 'date', 'number', 'finding'],
    colours: { quote: '#ffe98f', date: '#0b6e99', number: '#a4372c', finding: '#7a2fbf' },
    contrast: false,
  },

  /** The painter's styles. High contrast takes the text's own colour, doubles the lines and turns quotes black on yellow. */
  stylesOf({ colours, contrast }) {
    const both = (style) => ({ light: style, dark: style });
    const line = (name, kind, width) => both(`text-decoration: ${name} ${contrast ? 2 * width : width}px ${contrast ? 'currentColor' : colours[kind]}`);
    return {
      quote: both(contrast ? 'background-color: #ffff00; color: #000000' : `background-color: ${colours.quote}; color: #1a1a1a`),
      reported: both(`text-decoration: underline dashed ${contrast ? 2 : 1}px ${contrast ? 'currentColor' : '#8a6d00'}; text-underline-offset: 0.4em`),
      date: line('underline dotted', 'date', 2),
      number: line('underline solid', 'number', 1.5),
      finding: line('underline wavy', 'finding', 1.5),
      ...(contrast && { current: both('background-color: #000000; color: #ffff00') }),
    };
  },
};
