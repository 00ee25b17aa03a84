/* Relative luminance and contrast ratio, as WCAG 2.0 defines them. */
var contrast = {
  luminance: function(rgb) {
    var parts = rgb.map(function(value) {
      value /= 255;
      return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  },

  parse: function(color) {
    return color.match(/\d+/g).slice(0, 3).map(Number);
  },

  ratio: function(one, other) {
    var a = contrast.luminance(contrast.parse(one)), b = contrast.luminance(contrast.parse(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
};
