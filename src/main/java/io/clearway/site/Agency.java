package io.clearway.site;

/// Who works on a vehicle.
public enum Agency {
  /// Bộ đội biên phòng, 边防.
  BORDER_GUARD,
  /// Hải quan, 海关.
  CUSTOMS,
  /// Kiểm dịch y tế, 卫生检疫.
  MEDICAL_QUARANTINE,
  /// Kiểm dịch thực vật, 植物检疫.
  PLANT_QUARANTINE,
  /// Kiểm dịch động vật, 动物检疫.
  ANIMAL_QUARANTINE,
  /// Trạm quản lý vận tải, 运输管理站.
  TRANSPORT_STATION,
  /// Ban Quản lý Khu kinh tế cửa khẩu, 口岸经济区管理委员会.
  MANAGEMENT_BOARD,
  /// Cảnh sát giao thông, 交警.
  TRAFFIC_POLICE
}
