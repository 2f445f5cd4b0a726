// Vietnamese.
import type { Language } from "./language.ts";

export const VIETNAMESE: Language = {
  small:
    "cua va la khong cho duoc cac nhung mot nay da dang se voi trong tren den tu khi neu vui long ban phai co bi hay roi nhu de thi ma vao ra",
  matters:
    "don_hang hoa_don thanh_toan dat_cho nghi_phep giao_hang hop_dong bao_gia hoan_tien khieu_nai tai_khoan khach_hang",
  words: {
    ignore:
      "bo_qua phot_lo quen_di quen_het khong_tuan_theo mac_ke gat_bo hay_quen lo_di dung_lam_theo khong_lam_theo khong_con_hieu_luc gat_sang",
    prior:
      "truoc truoc_do truoc_day tren o_tren tat_ca moi ben_tren moi_chi cac_chi_dan cac_huong_dan da_nhan ban_dau",
    orders: "chi_thi huong_dan chi_dan lenh quy_tac quy_dinh yeu_cau menh_lenh cau_lenh loi_nhac",
    agent: "tro_ly tro_ly_ai tac_tu tac_nhan ai mo_hinh bot tri_tue_nhan_tao tac_nhan_ai",
    call: "gui_tro_ly luu_y cho_tro_ly cho_ai gui_ai than_gui kinh_gui xin_chao chu_y thong_bao_cho",
    reading:
      "ai_sua_loi nguoi_sua ai_doc nguoi_doc ai_xu_ly nguoi_xu_ly khi_sua dang_xu_ly_phieu xu_ly_phieu_nay doc_phieu_nay sua_loi_nay nguoi_sua_loi ai_sua dang_sua",
    must: "phai can_phai bat_buoc hay_phai",
    you: "ban",
    persona:
      "tu_bay_gio ban_la_mot bay_gio_ban tu_gio_tro_di hay_dong_vai dong_vai khong_gioi_han ban_khong_con",
    newTask:
      "nhiem_vu_cua_ban nhiem_vu_moi nhiem_vu_duy_nhat hay_lam_theo lam_theo_nhung chi_lam lam_nhu_sau lam_tat_ca lam_het_nhung lam_moi_dieu lam_theo_tat_ca lam_theo_moi nhung_gi_viet nhung_gi_ghi",
    run: "chay cai cai_dat thuc_thi thuc_hien khoi_dong khoi_chay va_chay hay_chay roi_chay",
    fetch: "tai_ve tai_xuong mo truy_cap",
    send: "gui dan dan_vao gui_den gui_toi sao_chep dang_len in_ra hien_thi chia_se dinh_kem tai_len cung_cap ghi_vao chuyen_tiep cho_biet dan_noi_dung hay_dan gui_tep hay_gui tiet_lo ghi_vao_day viet_vao dien_vao ghi_ra",
    secret:
      "bien_moi_truong khoa_bi_mat khoa mat_khau bi_mat ma_thong_bao token khoa_rieng thong_tin_dang_nhap khoa_api tep_env",
    place:
      "binh_luan phan_binh_luan mo_ta cau_tra_loi phieu dia_chi lien_ket vao_day o_day duoi_day kenh",
    weaken:
      "xoa bo_qua tat go_bo loai_bo bo_di bo_phan bo_buoc vo_hieu_hoa huy_bo cat_bo noi_long xoa_luon bo_luon go_di bo_han xoa_bo cho_bo bo_kiem xoa_no hay_xoa tat_kiem xoa_kiem tat_di tat_viec tat_quet tat_che_do",
    work: "hop_nhat gop day_len trien_khai xuat_ban gop_ma gop_nhanh phe_duyet_yeu",
    grant: "cap_quyen trao_quyen gan_quyen",
    privilege: "quan_tri_vien quyen_quan_tri toan_quyen cong_khai",
    replace: "thay_the thay_doi doi_thanh",
    target: "dia_chi tai_khoan so_tai_khoan mat_khau",
    approved:
      "da_duyet da_duoc_duyet phe_duyet da_phe_duyet dong_y da_dong_y chap_thuan cho_phep thong_nhat da_thong_nhat da_cho_phep",
    authority:
      "doi_bao_mat bo_phan_bao_mat ban_giam_doc quan_ly truong_nhom khach_hang phap_che giam_doc truong_phong",
    policy: "theo_chinh_sach chinh_sach theo_quy_dinh theo_quy_trinh noi_quy",
    without: "khong_can ma_khong khong_cho khong_phai ma_khong_can khong_qua",
    consent:
      "duyet hoi hoi_lai xac_nhan danh_gia review phe_duyet xin_phep kiem_tra xem_xet kiem_duyet",
    fix: "cach_khac_phuc giai_phap cach_sua khac_phuc",
    urgent: "ngay_lap_tuc khan_cap ngay_bay_gio truoc_tien",
    hush: "dung_nhac khong_nhac dung_noi khong_de_cap dung_bao khong_bao_cao am_tham dung_ghi dung_de_cap dung_noi_voi_ai khong_noi_voi_ai dung_nhac_den khong_de_ai_biet giu_bi_mat",
    tool: "tap_lenh lenh kich_ban",
    codeplace: "trang duong_dan dang_nhap",
    trouble:
      "loi that_bai khong_the khong_hop_le het_han khong_tim_thay tu_choi khong_ket_noi thieu vuot_qua khong_khop",
    ask: "chung_toi_can toi_can can_ban nho_ban ban_co_the_gui",
    guard:
      "kiem_tra chu_ky xac_thuc xac_minh phan_quyen quyen_truy_cap quyen gioi_han han_che ma_hoa bo_loc quet_virus bao_ve captcha hai_lop hai_yeu_to chung_chi kiem_thu danh_gia dang_nhap khoa_tai_khoan nhat_ky_kiem csrf cors tuong_lua bao_mat kiem_duyet kiem_tra_chu_ky viec_quet quet_tep",
    should:
      "nen phai co_the chi_can la_du khong_can_nua khong_con_can khong_can vui_long xin hay tot_nhat thua da_duoc_duyet dung_ra nho_hay khong_con_can_thiet khong_can_thiet nen_duoc can_duoc vo_ich khong_con_tac_dung hay_xoa khong_con_y_nghia",
    dropped:
      "duoc_go_bo go_bo_hoan_toan go_bo xoa_no_di bo_di_hoan_toan loai_bo_hoan_toan xoa_di bi_loai",
    open: "cho_tat_ca moi_nguoi cong_khai moi_gia_tri bat_ky_gia_tri khong_can_dang_nhap luon_hop_le tat_ca_nguoi_dung cho_moi_nguoi tat_ca_moi_nguoi mo_trang",
    data: "nhat_ky yeu_cau tieu_de ban_sao bao_cao sao_luu du_lieu noi_dung khach_hang don_hang ma_nguon",
    close: "dong dong_lai dong_phieu hay_dong",
    ticket: "phieu su_co ticket yeu_cau_nay phieu_nay",
    settled:
      "da_sua da_xu_ly da_khac_phuc trung_lap khong_can_lam bao_dong_gia da_giai_quyet da_duoc_sua da_sua_hom da_duoc_xu_ly da_duoc_khac_phuc",
    pack: "goi thu_vien phu_thuoc phien_ban",
  },
};
