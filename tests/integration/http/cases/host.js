import {answer, answers, document, last as isLast, refused} from '../expect.js';
import {kDocument, last, message, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const kLine = `GET ${kDocument} HTTP/1.1`;

const kValid = [
  'a', 'A.EXAMPLE', 'localhost', 'a.example', 'a.example:80', 'a:', '127.0.0.1', '127.0.0.1:65535', '[::1]', '[::1]:80',
  '[2001:db8::7]', '[::ffff:192.0.2.1]', 'a_b', 'a-b', 'a~b', '%61', 'xn--4ca.example', "a!$&'()*+;=b",
];

const kInvalid = [
  'a b', 'a\tb', 'a/', 'a/b', '/', 'http://a', 'user@a', 'a@', '@a', 'a?b', 'a#b', 'a\\b', 'a"b', '"a"', 'a<b', 'a>b', 'a^b',
  'a`b', 'a|b', 'a{b', 'a}b', 'a[b', 'a]b', '[a', '[::1', '::1]', '::1', '[::1]x', '[::1]80', '[]', '[]:80', '[zz]', '[1]',
  '[:::1]', '[1:2:3:4:5:6:7:8:9]', '[12345::1]', 'a:b', 'a:80:80', 'a:-80', 'a:+80', 'a:8 0', 'a: 80', 'a:0x50',
  'a%', 'a%4', 'a%zz', '%', 'a, b', 'a b:80', '\xe4.example', 'a\x80', '\x00', 'a\x00b', 'a\x01', 'a\x7f', 'a\x0bb',
];

export default [
  must('9112 3.2', 'HTTP/1.1 without Host is refused', message(kLine), refused(400)),
  must('9112 3.2', 'HTTP/1.1 without Host and with other fields is refused', message(kLine, 'X-Host: a', 'Hosts: a', 'Accept: */*'),
    refused(400)),
  must('9112 3.2', 'two equal Hosts are refused', message(kLine, 'Host: a', 'Host: a'), refused(400)),
  must('9112 3.2', 'two different Hosts are refused', message(kLine, 'Host: a', 'Host: b'), refused(400)),
  must('9112 3.2', 'two Hosts in different case are refused', message(kLine, 'Host: a', 'hOST: a'), refused(400)),
  must('9112 3.2', 'two Hosts with fields between them are refused', message(kLine, 'Host: a', 'Accept: */*', 'Host: b'), refused(400)),
  must('9112 3.2', 'an empty Host beside another is refused', message(kLine, 'Host:', 'Host: a'), refused(400)),
  must('9112 3.2', 'two Hosts are refused in HTTP/1.0', message(`GET ${kDocument} HTTP/1.0`, 'Host: a', 'Host: b'), refused(400)),
  must('9112 3.2', 'an invalid Host is refused in HTTP/1.0', message(`GET ${kDocument} HTTP/1.0`, 'Host: a b'), refused(400)),
  must('9112 3.2', 'two Hosts are refused beside an absolute form',
    message(`GET http://a${kDocument} HTTP/1.1`, 'Host: a', 'Host: a'), refused(400)),
  should('9112 3.2', 'HTTP/1.2 without Host is refused', message(`GET ${kDocument} HTTP/1.2`), refused(400)),
  must('9112 3.2', 'HTTP/1.0 needs no Host', message(`GET ${kDocument} HTTP/1.0`), answer(document)),
  must('9110 5.3', 'Host may come behind other fields', message(kLine, 'Accept: */*', 'X: y', 'Host: a') + last,
    answers(document, isLast)),
  ...table(kValid, (host) => must('9110 7.2', `Host "${host}" is valid`, message(kLine, `Host: ${host}`) + last,
    answers(document, isLast))),
  ...table(kInvalid, (host) => must('9112 3.2', `Host "${shown(host)}" is refused`, message(kLine, `Host: ${host}`) + last,
    refused(400))),
  ...table(['', ':', ':80'], (host) => must('9110 4.2.1', `Host "${host}", which names none, is refused`,
    message(kLine, `Host: ${host}`) + last, refused(400))),
  must('9112 5', 'whitespace around the value of Host is not part of it', message(kLine, 'Host: \t a \t ') + last,
    answers(document, isLast)),
];
