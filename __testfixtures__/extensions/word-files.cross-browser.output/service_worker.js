importScripts('background/files.js', 'background/answers.js');
