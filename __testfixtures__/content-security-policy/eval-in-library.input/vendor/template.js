/*! template v1.2.0 */
function template(text) { return new Function('data', 'return `' + text + '`'); }
