// Labelled strings for the detector of secrets. None is real. The bar is taken out before use: without it a code
// host's own scanner would take this file for a leak.

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replaceAll('¦', '').replaceAll('\\n', '\n'))
    .filter((line) => line !== '');
}

export const secretSamples = lines(String.raw`
  пароль: Vesna2024
  Пароль: qwerty
  пароль Qwerty123
  Пароль — 7hgT!x92
  пароль от админки: Zima-2025!
  пароль от админки Vesna2024!
  Пароль от почты qwe123rty
  пароль для FTP = ftp$Pass77
  пароль на сервер: root12345
  Админка: логин admin, пароль Olha#2026
  логин/пароль: admin / Vereteno77
  Логин и пароль: manager / mng2026!
  Логин: olha_admin Пароль: k8Rt55mm
  пароль администратора: Kv@rta2026
  Пароль root: hT7-pQ2-wZ9
  ПАРОЛЬ: БОРЩ2026
  пароль: солнышко
  Пароль Wi-Fi: olha-guest-55
  пароль wifi 88005553535x
  пасс: gJ8kk2LmQ
  пароли: admin123, user456
  кодовое слово: Ромашка
  пин-код: 4821
  PIN 7734 от терминала
  ПИН: 0091
  Пароль от базы данных mysql: Db_Root_991
  пароль учётной записи 1С: Buh1C2025
  временный пароль Temp-9931-x
  Пароль: «Ёлка-2025»
  password: hunter2
  Password: correct-horse-battery-staple
  password=Tr0ub4dor&3
  pwd: S3rver!00
  passwd = letmein99
  The password is Xk29vQ71
  admin password is "Summer2026!"
  pass: 9fKq2LzP
  passphrase: blue window seven
  Password for staging: stage-7F3k
  password hunter2
  login: admin password: admin
  user: deploy / pass: d3pl0y_Now
  root password 5tgbNHY^
  DB_PASSWORD=pg_4hT92kWq
  MYSQL_ROOT_PASSWORD: verysecret1
  export SECRET_KEY="django-insecure-8f3kd02ks9"
  APP_KEY=base64:3q2+7wAbCdEfGhIjKlMnOpQrStUvWxYz0123456789Q=
  client_secret: 7fK2pQ9xLm4RtZ81
  client secret = GOCS¦PX-a1B2c3D4e5F6g7H8i9J0k1L2
  секретный ключ: test_9Kd02mVbQx81LpZ
  Секретное слово магазина: aB3dE6gH9
  webhook secret: whs¦ec_8Gk2Lm4Np6Qr8St0Uv2Wx4Yz
  secret: 0f9e8d7c6b5a49382716
  API key: 5f4dcc3b5aa765d61d8327deb882cf99
  api_key=AbC123dEf456GhI789
  apikey: 9a8b7c6d5e4f3a2b1c0d
  Ключ API: 7d1f0c2b9e4a4c6d8b3f
  API-ключ Dadata 3c9a1f7e5b2d8c4a6e0f1b3d5c7a9e8f
  ключ доступа: AKcp8kqWm2Lx77Pq
  token: 3b9f0c17a2
  токен: y0_AgAAAAB1c2d3e4f5g6h7i8j9k0l1m2n3o4p5q6r7
  Токен бота 7412589630:¦AAHkq3Zx8Lm2Vb7Nc5Xd1Fg4Hj6Kl9Pw0Qe
  access token = EAA¦GmZB2k9x8w7v6u5t4s3r2q1p0o9n8m7l6k5j4
  OAuth-токен Метрики: AQAAAAA1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q
  Authorization: Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0
  curl -H "Authorization: Basic YWRtaW46c2VjcmV0MTIz"
  X-Api-Key: 71b2c3d4e5f60718293a4b5c6d7e8f90
  AK¦IAIOSFODNN7EXAMPLQ
  aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY
  gh¦p_16C7e42F292c6912E7710c838347Ae178B4a
  git¦hub_pat_11ABCDEFG0abcdefghijkl_MNOPQRSTUVWXYZ0123456789
  gl¦pat-x9Kd72mQpLz81VbNc3Rt
  xo¦xb-2488510395-7712043398-Ab3Cd5Ef7Gh9Ij1Kl3
  https://hooks.sl¦ack.com/services/T02AB3CD4/B05EF6GH7/x9K2mQ7pLz81VbNc3RtYw5Ue
  sk_li¦ve_4eC39HqLyjWDarjtT1zdp7dc
  rk_te¦st_9Kd72mQpLz81VbNc3RtYw5Ue
  AI¦zaSyD4k9Lm2Qp7Rt5Vx8Zc1Bn3Mj6Hg0FdSaQw
  sk-pr¦oj-9Kd72mQpLz81VbNc3RtYw5UeA1s2D3f4
  sk-a¦nt-api03-9Kd72mQpLz81VbNc3RtYw5UeA1s2D3f4G5h6
  AQ¦VN1k9Lm2Qp7Rt5Vx8Zc1Bn3Mj6Hg0FdSaQwErTy
  live_¦a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0
  np¦m_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8
  SG¦.a1B2c3D4e5F6g7H8i9J0k1.L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2
  key-¦3ax6xnjp29jd6fds4gc373sgvjxteol0
  vk1¦.a.k9Lm2Qp7Rt5Vx8Zc1Bn3Mj6Hg0FdSaQwErTyUiOp9Kd72mQpLz
  https://olha.bitrix24.ru/rest/1/k2j9x8c7v6b5n4m3/
  https://api.telegram.org/bot7412589630:¦AAHkq3Zx8Lm2Vb7Nc5Xd1Fg4Hj6Kl9Pw0Qe/sendMessage
  ey¦JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U
  сессия: ey¦JhbGciOiJSUzI1NiJ9.eyJpc3MiOiJvbGhhIn0.c2lnbmF0dXJlX29mX3RoZV90b2tlbg
  -----BEGIN RSA PRIV¦ATE KEY-----\nMIIEpAIBAAKCAQEA7bq1\n-----END RSA PRIVATE KEY-----
  -----BEGIN OPENSSH PRIV¦ATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU
  -----BEGIN PRIV¦ATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----
  -----BEGIN PGP PRIV¦ATE KEY BLOCK-----\nlQOYBGN0\n-----END PGP PRIVATE KEY BLOCK-----
  PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\nAAAAIKq2
  postgres://shop:Kq7pZx2m@db.example.ru:5432/shop
  mysql://root:s3cret@127.0.0.1/site
  mongodb+srv://olha:Zx81LpQ@cluster0.example.net/test
  redis://:9Kd72mQpLz@cache.example.ru:6379/0
  ftp://olha:ftp2025@files.example.ru
  https://deploy:gl2026pass@git.example.ru/olha/site.git
  amqp://guest2:rabbit77@queue.example.ru
  Server=sql.example.ru;Database=shop;User Id=sa;Password=Vx9!kLq2;
  DefaultEndpointsProtocol=https;AccountName=olha;AccountKey=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg==
  https://api.example.ru/v1/orders?access_token=9Kd72mQpLz81VbNc
  https://shop.example.ru/export.php?key=a8f5f167f44f4964e6c998dee827110c
  AuthInfo: kQ7-pX2m!z
  Код AuthInfo домена olha.example: Xy7#pQ9k2L
  AuthInfo 8hT2kWq9Zx
  EPP: A7b-K92-xQ1-zz5
  EPP code Rt5Vx8Zc1Bn3
  Auth code for transfer: 4f7K-92Lm-QpXz
  auth-код домена 9Kd72mQpLz
  Код переноса домена: 7xK2-mQ9p-Lz81
  4111 1111 1111 1111
  карта 5555-5555-5555-4444, срок 11/28
  2200 7001 2345 6781 МИР клиента
  Карта для оплаты хостинга 4276380012345679
  3782 822463 10005
  6011111111111117
  CVV 123
  CVC: 904 на обороте
  otpauth://totp/Olha:admin?secret=JBSWY3DPEHPK3PXP&issuer=Olha
  Ключ 2FA: JBSW Y3DP EHPK 3PXP
  TOTP seed KRUGKIDROVUWG2ZA
  2FA secret: jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp
  Резервные коды: 4821-9930 1174-2065 8830-5521
  recovery codes: a1b2c-d3e4f g5h6i-j7k8l
  Код восстановления Google 9931 2284 0057 6612
  backup codes 48219930 11742065
  код восстановления: RW4T-8KQ2-ZP7M-1XCV
  seed phrase: ribbon velvet orbit candy maple frost under logic ocean spare tiger wagon
  Лицензионный ключ 1С-Битрикс: NFR-L2-X7K2M9QPLZ81VBNC
  лицензия S23-NA-K9LM2QP7RT5VX8ZC1BN3
  Ключ Windows VK7JG-NPHTM-C97JM-9MPGT-3V66T
  license key: 9KD72-MQPLZ-81VBN-C3RTY-W5UEA
  9f8A7b6C5d4E3f2A1b0C9d8E7f6A5b4C
  zG7hQ2pXw9Lk4RtYb8Nm1Vc6
  сервер: admin xK9#mP2$vL
  Доступ: root / gT5!kWq8zP
  AbCdEfGh1234567890+/XyZ987654321qwerty==
  s3cr3t-K9dm27QpLz81-VbNc3Rt
  Kx8vQ2mT7pLw4zRn9bYc
  доступ в админку admin:Olha2026!
  ssh deploy@10.0.0.5 пароль gh5K2mmQ
  Пароль тот же, Vesna2024
  пароль у всех один: 12345678
  новый пароль — 1q2w3e4r
  Pass: Зима2026!
  Пароль от Метрики → Metr1ka-77
  Пароль: Metrika 2026 Olha!
  ключ шифрования копий: 77-alpha-KILO-19-zulu
  парольная фраза: синий трактор едет домой
  Сервисный аккаунт "private_key_id": "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678"
  smtp_password "mailPass_2026"
  "password": "n0tForYou"
  'db_pass' => 'Kq7pZx2m',
  define('DB_PASSWORD', 'w0rdPr3ss!');
  --password=Tr0ub4dor
  mysql -u root -pKq7pZx2m shop
  sshpass -p 'Zx81LpQ' ssh root@example.ru
  Данные для входа: vera@olha.example / Ochki-77-Les
  Доступ к хостингу: u1284931 пароль: mK0pQ3xs
  Пасс от роутера 'Kotiki2019'
  Пароль на архив — olha_2026_backup
  пароль (старый): Qazwsx12
  пароль от sFTP тот же что и от ssh: Drova88!
  парольчик qwerty777
  Пароль и логин одинаковые: vereteno2
  Паролем является слово «Снегопад»
  pw: hG73kdL2
  Passwort: Sommer24!
  Password -> Blue!River9
  The admin pass is still changeme123
  pass/word: a lot of them, e.g. Tiger#44
  Use password “Gr33nTea!” for the demo shop
  wifi pass OlhaGuest2026
  login admin@olha.example, pwd Z3bra_cross
  smtp: noreply@olha.example:Mail4Olha!
  credentials: olha / 8sKq2LmZ
  FTP_PASS='x9dK2mmq'
  export AWS_SECRET_ACCESS_KEY=aJ9dK2mQpLz81VbNc3RtYw5UeA1s2D3f4G5h6J7k
  REDIS_URL=redis://default:Kq7pZx2mWw@10.0.0.7:6379
  SENTRY_AUTH_TOKEN=sntrys_¦eyJpYXQiOjE3MDAwMDAwMDB9
  YOOKASSA_SECRET: live_Z¦x81LpQ9Kd72mQpLz81VbNc3RtYw5UeA1s2
  Ключ DaData: 4f1c9b7a2e8d6c3b5a0f9e7d1c2b4a68
  API ключ СДЭК: EMscd6r9JnFiQ3bLoyjJY6eM78JrJceI
  cdek secure password PjLZkKBHEiLK3YsjtNrt3TGNG0ahs3kG
  ключ сайта reCAPTCHA secret 6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe
  токен доступа к Я.Диску: y0_AgAAAA¦AkQ2m9Vb7Nc5Xd1Fg4Hj6Kl9Pw0QeRt
  Bearer eyJ0¦eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjo0Mn0.k2j9x8c7v6b5n4m3
  PIN-код карты 5590
  Пин от сим: 1234
  карта Олега 5536 9137 9999 9995 cvc 811
  номер карты: 4111-1111-1111-1111
  Код домена (EPP) — 8s#Kq2Lm
  authinfo=Vb7Nc5Xd1F
  Код для переноса: Hj6-Kl9-Pw0
  google authenticator: ORUGS4ZANFZSAYJAONSWK4Q
  2fa backup: 1029 3847 5610 2938
  Коды 2ФА: 48213 99012 77341
  Вебхук https://olha.bitrix24.ru/rest/12/9xk2m7qpl8z1vbnc/crm.deal.list
  https://api.example.ru/hook?secret=Zx81LpQ9Kd
  Ключ продукта: 2B8KN-FFK6J-YWMV4-J3DY2-3YF29
  -----BEGIN EC PR¦IVATE KEY-----
  Basic auth: preview / Sh0wroom
  htpasswd preview:$apr1$Kq7pZx2m$Lz81VbNc3RtYw5UeA1s2D0
  mongodb://olha:%40Kq7pZx2m@10.1.1.4/shop
  jdbc:mysql://db/shop?user=olha&password=Kq7pZx2m
  пароль базы bitrix0 — wE5rTy7u
  Пароль: а1б2в3г4
  Пароль Тест1234 не менять
  Кодовое слово в банке: Гармонь
  Секрет для вебхука "hook-9982-zz-KiloByte"
  Пароль\nk8Rt55mmQ
`);

export const harmlessSamples = lines(String.raw`
  Пароли здесь не храним, только где лежат и у кого
  Пароль лежит в сейфе клиента
  Пароль: в хранилище клиента
  Пароль: у Марины
  пароль: см. Bitwarden клиента
  Пароль — у Павла, передаст лично
  Пароль от админки сменили 12 ноября
  Пароль от почты передан через 1Password
  пароль от 1С передаст Павел
  Пароль от 1С-Битрикс: клиент сменил сам
  Пароли сменены 24.11.2026, проверила Ника
  Пароль изменён
  пароль: сменён 25.11.2026
  пароль: нет
  Пароль: ********
  пароль: [скрыто]
  Сменить пароли, которые мы знали
  Кто знает пароль root?
  Забыли пароль? Ссылка на сброс уходит на почту владельца
  Пароль должен быть не короче 12 символов
  Пароль действует 90 дней
  Пароль от Wi-Fi знает офис-менеджер
  Passwords live in the client's vault
  Password: in the vault
  password: stored in 1Password, owner Marina
  Password: changed on 12 Nov
  The password is changed every quarter
  The password is in the client's vault
  Password reset link goes to the owner
  password policy: at least 12 characters
  Password for shop2.example.com was rotated on 2026-11-24
  password: ask Pavel
  password=<from the vault>
  DB_PASSWORD=
  DB_PASSWORD, APP_KEY, SMTP_PASSWORD
  Список имён переменных: DB_HOST, DB_NAME, DB_PASSWORD, API_TOKEN
  DB_PASSWORD=$DB_PASSWORD
  Токены отозваны 4 декабря
  токен: отозван
  Token: revoked
  Токен Метрики выпущен на логин клиента, лежит в хранилище
  The token expires in 30 days
  API-ключи перевыпущены, старые удалены
  API key rotated, see vault entry «Dadata»
  Ключ API выдаёт кабинет Dadata, раздел «Профиль»
  Ключи SSH подрядчика удалены с сервера 4 декабря
  секретов в репозитории нет, проверили историю
  Secret rotation done by system on 24 Nov
  client secret: never the value
  Лицензия до 14.03.2027, последние знаки ключа 7Q2X
  Лицензия Битрикс «Бизнес», лицензиат — клиент
  AuthInfo не записываем, код получит клиент в кабинете регистратора
  AuthInfo: запросит клиент
  AuthInfo передан клиенту лично
  Код AuthInfo придёт на почту администратора
  EPP-код запрашивает администратор домена
  EPP code goes to the registrant's mailbox
  Auth code for the domain is sent by the registrar
  Двухфакторная защита включена у Марины
  2FA включена, резервные коды у клиента в сейфе
  Recovery codes are printed and lie in the client's safe
  Коды восстановления хранит директор
  Пин-код знает только клиент
  Терминал без пин-кода
  Карта клиента привязана к хостингу, наша удалена
  Оплата с карты клиента *4821
  Карта заканчивается на 1111
  https://git.example.ru/olha/site, последний коммит 9fceb02d0ae598e95dc970b74767f19372d61af8
  git.example.com/olha/shop a1b2c3d
  Последний коммит: 3f2c9a7e1b
  commit 9fceb02d0ae598e95dc970b74767f19372d61af8
  https://github.com/olha/site/commit/9fceb02d0ae598e95dc970b74767f19372d61af8
  merge 4e1243bd22c66e76c2ba9eddc1f91394e57f9f83 into main
  релиз v2.14.3, коммит 4e1243bd
  Release 2026.11.20-rc1 by the successor
  sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  Передача Веретено 2026-11-23.pdf e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  md5: d41d8cd98f00b204e9800998ecf8427e
  MD5 копии d41d8cd98f00b204e9800998ecf8427e
  sha1: da39a3ee5e6b4b0d3255bfef95601890afd80709
  SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8 отпечаток ключа сервера
  550e8400-e29b-41d4-a716-446655440000
  Заявка 01890a5d-ac96-774b-bcce-b302099a8057 у регистратора
  {6F9619FF-8B86-D011-B42D-00CF4FC964FF}
  Номер заявки 2026-11-0004812
  Заказ № 4000012345678
  Заказ 2026112300004812
  Отслеживание 80110489123456
  Трек RA644000001RU
  Трек CDEK 10083456712
  ИНН 7707083893, КПП 773601001
  ИНН 500100732259
  ОГРН 1027700132195
  ОГРНИП 304500116000157
  СНИЛС 112-233-445 95
  р/с 40702810900000012345 в банке, БИК 044525225
  к/с 30101810400000000225
  +7 (495) 123-45-67
  8 800 555-35-35
  8-916-123-45-67, Марина
  +44 20 7946 0958
  Телефон 89161234567
  IBAN GB82 WEST 1234 5698 7654 32
  Счётчик Метрики 48213377
  GA4 G-8KQ2ZP7M1X, поток 3812004471
  UA-12345678-1 больше не нужен
  GTM-K9LM2QP
  Договор № 14/2026-СП от 09.11.2026
  Акт № 118 от 25.11.2026 подписан
  12.11.2026 10:30
  2026-11-27T09:30:00.000Z
  с 9 ноября по 9 декабря, 30 дней
  11/28 созвон с преемником
  Резервная копия 18,4 ГБ, восстановление 42 минуты, проверил Глеб
  backup-2026-11-23-full.tar.gz, 18.4 GB
  site_backup_20261123_0412.sql.gz
  Описание_модуля_витрины_и_кэша_v3.docx
  docs/how-to-deploy-and-roll-back.md
  /var/www/olha/releases/20261120120000/current/public_html
  C:\Projects\Olha\Integration\ExchangeSettings_v2.xml
  \\fileserver01\Общая\Передача\2026
  bitrix/modules/iblock/classes/general/iblockelement.php
  catalog.olha.example, olha-shop.example, m.olha.example
  ns1.registrar-servers.example и ns2.registrar-servers.example
  185.12.94.17:2222
  2001:0db8:85a3:0000:0000:8a2e:0370:7334
  00:1B:44:11:3A:B7
  https://docs.google.com/document/d/1a2B3c4D5e6F7g8H9i0JkLmNoPqRsTuVwXyZ/edit
  https://www.figma.com/file/aBcD1234EfGh5678IjKl9012/Olha-Vitrina?node-id=12%3A345
  https://olha.example/catalog/?sort=price&page=3&utm_source=mail
  https://metrika.yandex.ru/dashboard?id=48213377
  https://example.atlassian.net/browse/OLHA-1482
  https://shop.example/login?key=vitrina
  postgres://localhost:5432/shop
  https://user@git.example.ru/olha/site.git
  ssh://git@git.example.ru:2222/olha/site.git
  git@git.example.ru:olha/site.git
  marina.petrova1984@example.ru
  i.ivanov+olha2026@example.com
  ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKq2m9Vb7Nc5Xd1Fg4Hj6Kl9Pw0QeRtYu8IoPaSdFg deploy@olha
  ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7bq1Zx8Lm2Vb7Nc5Xd1Fg4Hj6Kl9Pw0QeRtYu deploy@olha
  -----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQG\n-----END CERTIFICATE-----
  -----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1L\n-----END PUBLIC KEY-----
  Сертификат до 14.02.2027, выпускает Let's Encrypt
  Хостинг: владелец и плательщик — клиент, root через его собственный аккаунт
  Домен olha.example: администратор — ООО «Ольха», заявка 4812-77
  Обмен с 1С: остатки раз в час, заказы каждые 5 минут
  Перезапуск обмена: php -f /var/www/bitrix/modules/main/tools/cron_events.php
  cron: 15 3 * * * /usr/local/bin/backup-site --full --keep=14
  npm ci && npm run build && npm run deploy:production
  docker compose -f docker-compose.prod.yml up -d --build
  git log --oneline v2.14.2..v2.14.3
  Создать резервную копию, проверить на другой машине
  Полную перестройку логистики бюджет не потянет
  Повторные заказы выросли до 31 %, цель 29 %
  Бюджет 1 250 000 ₽, аванс 375 000 ₽
  Марина просит показывать на первом экране то, что уже лежит на складе
  Депо Кода: знают 1С, команда 8 человек
  The successor builds and releases the project alone
  We keep the storefront cache in Redis 7, PHP 8.3, MySQL 8.0.36
  Windows Server 2022, SQL Server 2019, IIS 10
  iPhone 15 Pro Max, Android 14, Safari 17.4
  Microsoft365, Office2019, Битрикс24, CRM24
  UTF-8, ISO-8859-1, SHA-256, AES-256-GCM, TLS1.3
  feature/OLHA-1482-pickup-today-badge
  hotfix_2026_11_20_cart_total_rounding
  getElementByIdAndUpdateBasketPriceV2
  CatalogPriceRoundingServiceImplementation2
  MAX_UPLOAD_FILE_SIZE_IN_MEGABYTES_2026
  window.dataLayer.push({event: 'purchase'})
  #3f2c9a, rgba(12, 90, 106, 0.5)
  color: #0c5a66; background: #faf7f3
  Код ошибки 0x80070005 при обмене
  Ошибка ERR_SSL_VERSION_OR_CIPHER_MISMATCH
  Артикул OL-4412-BK/240, штрихкод 4607012345678
  ISBN 978-5-699-12014-7
  Проверить, на кого оформлены домен и сертификат
  Секрет успеха: отвечаем за день
  Ключевой контакт: Марина
  Ключ от серверной у охраны
  Ключевые показатели: повторные заказы, маржа
  Пропуск в офис заказать за день
  Password manager: Bitwarden, owner is the client
  Менеджер паролей: Bitwarden, владелец — клиент
  Pass the backlog to the successor
  Pass: all 14 tests, fail: 0
  The pin on the map moved 200 m
  Token-based login was added in release 2.14.3
  Basic plan, 3 users; Bearer of the contract: Olga
  Seed round closed in 2025
  Карта проекта: модули, доработки, где деньги
  карта сайта sitemap.xml, 4212 адресов
  Код заморожен 20 ноября, релиз 2.15.0
  код скидки VESNA2026 действует до мая
  Код авторизации вводит сам клиент
  Логин клиента — владелец, а не гость
  Логин и пароль передаёт клиент через хранилище
  login: olha_admin
  доступ через роль «подрядчик», логин vereteno_dev
  Пароли, пин-коды и ответы на секретные вопросы не записывать
  Никаких паролей, токенов и ключей API в документе
  API-ключи, токены, JWT, секреты OAuth и вебхуков
  Закрытые ключи SSH/TLS, .pfx, содержимое .env
  Коды AuthInfo / EPP домена
  Secrets rotated after access moved (passwords, API keys, SSH, tokens)
  дата смены по системам; никогда сами значения
  Пароль root сервера web01 сменили при передаче
  Парольная политика: раз в 90 дней
  Пароль от кабинета регистратора у Раисы, телефон +7 916 123-45-67
  Пароли: сейф клиента
  Пароли — только через хранилище
  пароли переданы 25.11 через Bitwarden, подтвердила Раиса
  Пароль от хостинга: клиент завёл свой, наш удалён 25.11.2026
  Пароль: запросить у Раисы
  Пароль: Раиса
  Password: Bitwarden → Olha → Hosting
  Passwords: rotated 24 Nov by system
  password hashes use bcrypt, cost 12
  The password field accepts 64 characters
  Passed 12 of 14 checks
  Forgot-password e-mails come from noreply@olha.example
  PIN entry is broken on the terminal Ingenico 5000
  Token refresh runs every 3600 seconds
  token bucket: 100 requests per minute
  OAuth token endpoint: https://oauth.example.ru/token
  API key header name is X-Api-Key, value in the vault
  API keys: Dadata, CDEK, YooKassa — all moved to the client
  Секретный ключ магазина перевыпущен 26.11.2026
  Ключи API хранятся в хранилище клиента
  Ключ доступа удалён у 3 сотрудников
  ключ SSH отпечаток SHA256:9Kd72mQpLz81VbNc3RtYw5UeA1s2D3f4G5h6J7k8L9m
  ed25519 SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8
  Secret Santa on 20 December
  секрет фирмы
  Лицензия 1С-Битрикс: Малый бизнес, до 01.03.2027
  Лицензионный ключ заканчивается на 7Q2X
  license MIT, React 19.3.1
  Код переноса придёт 28.11.2026 на почту
  AuthInfo2025 was replaced
  EPP status: clientTransferProhibited
  2FA: включена 12.11.2026
  2FA on Marina's phone since 2024
  Резервные коды распечатаны 12.11.2026, 10 штук
  Recovery time 42 minutes, 18.4 GB
  Recovery: restore site_backup_20261123_0412.sql.gz
  backup codesets iso8859-1 utf8mb4
  Карта 2200 **** **** 6781
  Карта лояльности 2000012345670
  р/с 40802810500000123456, к/с 30101810145250000411
  Счёт 40702810123450101230
  ОКПО 12345678, ОКВЭД 62.01, ОКТМО 45381000
  Договор 2026-11-09/77-К
  Заказ 1000234 от 12.11.2026 на 48 300 ₽
  УИД 550e8400e29b41d4a716446655440000
  commit 4e1243bd22c66e76c2ba9eddc1f91394e57f9f83 (tag: v2.14.3)
  olha/site@4e1243b
  refs/heads/feature/OLHA-1482-pickup-today-badge-v2
  https://git.example.ru/olha/site/-/merge_requests/482/diffs?commit_id=9fceb02d0ae598e95dc970b74767f19372d61af8
  https://disk.example.ru/d/aB3dE6gH9kLmNp
  https://drive.google.com/drive/folders/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT?usp=sharing
  https://t.me/c/1482993011/482
  Акт_приёма_передачи_№118_25.11.2026.pdf
  IMG_20261123_104512.HEIC
  Screenshot 2026-11-23 at 10.45.12.png
  olha-prod-web-01.internal.example.net
  bitrix:catalog.section.list
  \Bitrix\Main\Loader::includeModule('iblock')
  OnSuccessCatalogImport1C
  BX_SECURITY_SESSION_READONLY
  CCatalogProductProvider::GetProductData
  iblock_element_property_s12
  PHP 8.3.14-fpm, nginx/1.27.2, MariaDB 11.4.4
  crontab: */5 * * * * php -f /home/bitrix/www/bitrix/modules/main/tools/cron_events.php
  Диапазон 10.0.12.0/24, порт 22022
  Тариф VPS-4-8-160 NVMe
  Ubuntu-24.04-LTS-amd64-server
  docker image registry.example.ru/olha/site:2026.11.20-4e1243bd
  sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  ETag "33a64df551425fcc55e4d42a148795d9f25f89d4"
  Яндекс Метрика: счётчик 48213377, цели 12, вебвизор включён
  pixel id 1482993011482993
  client_id 1482993011.1700000000
  Кампания OLHA_2026_Q4_Retarget_v3_RU
  utm_campaign=black_friday_2026_ru_v2
  SKU-OL4412BK240-2026
  VIN XTA21099043576821
  Штрихкод 4607012345678, 2000000000015
  Mi Band 8 Pro, RTX4090, i7-14700K
  C# и .NET 8, F#, Node.js 24
  Скидка 20%! Только до 27.11
  Позвонить Марине: 8-916-123-45-67, после 15:00
  Отвечать за день, отчёты раз в месяц, встреча каждую среду в 11:00
  Login: vereteno_dev, role contractor
  логин для входа marina.p
  логин: olha2026
  Кабинет ОФД: администратор Раиса, договор № 77/2026
  Доступ: роль / подрядчик
  доступ в админку: Глеб / Ника
  user/group: www-data/bitrix
  admin:Ника, deploy:Глеб
  Сертификат: Let's Encrypt R11, до 2027-02-14
  DKIM selector s1._domainkey, запись есть
  v=spf1 include:_spf.example.ru ~all
  v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC7bq1Zx8Lm2Vb7Nc5Xd1Fg4Hj6Kl9Pw0QeRtYu
  google-site-verification=9Kd72mQpLz81VbNc3RtYw5UeA1s2D3f4G5h6J7k8L9m
  yandex-verification: 4f1c9b7a2e8d6c3b
  Мы договорились: пароль больше никому не пересылаем в чате
  If the password leaks, tell Marina the same day
`);
