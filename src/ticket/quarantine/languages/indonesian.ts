// Indonesian.
import type { Language } from "./language.ts";

export const INDONESIAN: Language = {
  small:
    "yang dan di ke dari untuk dengan pada ini itu tidak adalah akan telah sudah belum oleh atau juga karena agar saat anda kami kita saya dalam tanpa hanya bisa dapat harus jangan silakan mohon lalu tetapi ada",
  matters:
    "pesanan faktur pembayaran pemesanan cuti pengiriman kontrak penawaran pengembalian keluhan akun pelanggan transfer dokumen",
  words: {
    ignore:
      "abaikan lupakan kesampingkan jangan_ikuti jangan_patuhi hiraukan acuhkan jangan_hiraukan tidak_berlaku tidak_berlaku_lagi singkirkan",
    prior: "sebelumnya semua seluruh di_atas terdahulu tadi yang_diberikan selama_ini",
    orders: "instruksi perintah petunjuk aturan arahan panduan pedoman",
    context: "aturan",
    agent: "agen asisten ai asisten_ai agen_ai bot model kecerdasan_buatan",
    call: "untuk_agen untuk_asisten kepada_agen kepada_asisten catatan_untuk perhatian halo yth pesan_untuk kepada_ai untuk_ai untuk_agen_ai kepada_agen_ai halo_ai kepada_asisten_ai",
    reading:
      "siapa_pun_yang yang_memperbaiki yang_membaca_ini siapa_yang_memperbaiki bagi_yang_memperbaiki yang_menangani yang_menangani_tiket yang_menangani_ini yang_memperbaiki_ini yang_membaca siapa_pun_yang_memperbaiki yang_mengerjakan_tiket",
    must: "harus wajib",
    you: "kamu anda",
    persona:
      "mulai_sekarang sekarang_kamu sekarang_anda kamu_adalah anda_adalah_agen bertindak_sebagai berperan_sebagai berpura tanpa_batasan",
    newTask:
      "tugasmu tugas_anda tugas_barumu tugas_baru patuhi ikuti_hanya lakukan_hanya lakukan_berikut lakukan_hal_berikut lakukan_semua ikuti_semua semua_yang_tertulis apa_yang_tertulis kerjakan_semua ikuti_petunjuk turuti",
    run: "jalankan pasang instal eksekusi mulai_dengan luncurkan",
    fetch: "unduh buka kunjungi akses",
    send: "kirim kirimkan tempel tempelkan salin cetak tampilkan unggah bagikan tuliskan tulis lampirkan teruskan cantumkan sertakan ungkapkan",
    secret:
      "variabel_lingkungan kunci kunci_api kata_sandi sandi rahasia token kredensial kunci_privat kunci_rahasia berkas_env",
    place: "komentar deskripsi balasan tiket alamat tautan di_sini di_bawah kanal",
    weaken:
      "hapus hapuskan hilangkan matikan nonaktifkan lewati lepas lepaskan copot cabut longgarkan buang abaikan_pemeriksaan tiadakan lompati hapus_saja",
    work: "gabungkan tambahkan dorong komit sebarkan terapkan setujui deploy",
    grant: "berikan beri jadikan tambahkan",
    privilege: "admin administrator hak_admin akses_penuh publik umum",
    replace: "ganti ubah gantilah alihkan",
    target: "alamat rekening nomor_rekening kata_sandi url",
    approved:
      "disetujui sudah_disetujui telah_disetujui diizinkan disepakati sudah_disepakati persetujuan diputuskan sudah_dikonfirmasi sudah_setuju telah_setuju menyetujui disetujui_oleh atas_persetujuan",
    authority:
      "tim_keamanan keamanan manajemen manajer pimpinan pelanggan hukum direksi atasan tim_produk direktur",
    policy:
      "sesuai_kebijakan menurut_kebijakan kebijakan sesuai_prosedur prosedur peraturan berdasarkan_kebijakan sesuai_sop",
    without: "tanpa tidak_perlu tak_perlu tidak_usah",
    consent:
      "peninjauan persetujuan izin bertanya konfirmasi review tinjauan menunggu ditinjau dicek diperiksa melihat memeriksa membaca",
    fix: "solusi perbaikan cara_memperbaiki penyelesaian",
    urgent: "segera secepatnya sekarang_juga terlebih_dahulu",
    hush: "jangan_sebut jangan_sebutkan jangan_beri_tahu jangan_laporkan tanpa_memberi_tahu diam_diam jangan_katakan jangan_bilang tanpa_menyebut jangan_bilang_siapa jangan_ceritakan rahasiakan",
    tool: "perintah skrip skripnya terminal",
    codeplace: "halaman rute fungsi masuk",
    trouble:
      "kesalahan gagal tidak_valid kedaluwarsa ditolak tidak_ditemukan tidak_dapat tidak_bisa hilang melebihi galat error terlampaui tidak_cocok tidak_memiliki_izin",
    ask: "kami_butuh kami_memerlukan kami_membutuhkan saya_butuh saya_perlu kami_perlu bisakah_kamu bisakah_anda maukah",
    guard:
      "verifikasi pemeriksaan validasi autentikasi otentikasi otorisasi tanda_tangan izin hak_akses batas pembatasan batasan enkripsi penyaring pemindaian antivirus perlindungan captcha dua_langkah dua_faktor sertifikat penguncian audit pengujian tes tinjauan csrf cors pembatas keamanan uji filter",
    should:
      "harus sebaiknya seharusnya boleh bisa dapat cukup tidak_perlu_lagi tidak_perlu tidak_diperlukan tolong mohon silakan harap perlu memang_boleh lebih_baik cukup_dengan sudah_tidak_diperlukan tidak_diperlukan_lagi tidak_berguna tidak_ada_gunanya hanya_mengganggu saja bisa_dihapus",
    dropped:
      "dihapus dihilangkan dimatikan dinonaktifkan dilewati dilepas dicabut ditiadakan dibuang dilonggarkan disesuaikan hapus_saja",
    open: "untuk_semua semua_orang publik terbuka nilai_apa_pun tanpa_login tanpa_autentikasi semua_asal siapa_saja semua_pengguna dianggap_valid untuk_umum dibuka_untuk siapa_pun terbuka_untuk",
    data: "log permintaan header salinan laporan cadangan data isi pelanggan pesanan repositori",
    close: "tutup tutuplah ditutup selesaikan",
    ticket: "tiket laporan_ini insiden kasus",
    settled:
      "sudah_diperbaiki telah_diperbaiki sudah_diselesaikan duplikat tidak_ada_yang_perlu alarm_palsu sudah_ditangani sudah_diperbaiki_kemarin diperbaiki_kemarin sudah_beres sudah_selesai",
    pack: "paket pustaka dependensi versi",
  },
};
