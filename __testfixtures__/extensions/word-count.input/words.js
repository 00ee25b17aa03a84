var longest = 0;
var limit = 100;

function countWords(text) {
    var words = text.split(' ').length;
    if (words > longest) longest = words;
    return words;
}
