importScripts('tally.js', 'background.js');
